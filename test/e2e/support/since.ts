import { e2eN8nVersion, isAtLeast } from '../../../scripts/n8n/versions';

/** Whether the n8n of this run is a given version or newer. */
export const hasN8n = (floor: string): boolean => isAtLeast(e2eN8nVersion(), floor);

/**
 * A group of tests for something that n8n has since a version. In an older n8n a test checks that it is missing, so that
 * no group is skipped without a word.
 *
 * @param isThere asks the n8n of this run
 */
export function describeSince(floor: string, name: string, isThere: () => Promise<boolean>, group: () => void): void {
	if (hasN8n(floor)) {
		describe(name, group);
		return;
	}
	test(`${name}: this n8n does not offer it (n8n ${floor} does)`, async () => expect(await isThere()).toBe(false));
}
