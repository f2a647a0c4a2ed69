import { e2eN8nVersion, isAtLeast } from '../../../scripts/n8n/versions';

/** Whether the n8n of this run is a given version or newer. */
export const hasN8n = (floor: string): boolean => isAtLeast(e2eN8nVersion(), floor);

/** A test that needs something of n8n that older versions lack. There it counts as skipped, by its name. */
export const testSince = (floor: string): jest.It => (hasN8n(floor) ? test : test.skip);

/** The same for a group of tests. */
export const describeSince = (floor: string): jest.Describe => (hasN8n(floor) ? describe : describe.skip);
