import { waitFor } from '../process/waitFor';
import type { PublicationStatus } from './clientTypes';

const TIMEOUT_SECONDS = 60;

/**
 * Waits until n8n has set up the triggers of a workflow, or taken them down. n8n 2.41 does it after its answer to
 * *activate* and *deactivate*.
 *
 * n8n makes the status of two database queries that run side by side: whether a change is in progress, and what came of
 * each trigger (`workflow-publication-status.service.js` of 2.41.1). The change may end between the two. The first
 * status that is no longer in progress can therefore still lack what came of the triggers. Only the one after it is sure.
 *
 * @throws Error when the change is still in progress after a minute; whatever `read` throws
 */
export async function settledPublication(read: () => Promise<PublicationStatus>): Promise<PublicationStatus> {
	await waitFor(async () => (await read()).status !== 'in_progress', {
		timeoutSeconds: TIMEOUT_SECONDS,
		what: 'n8n to set up or take down the triggers of a workflow',
	});
	return await read();
}

/** Why a workflow that was activated does not run, in n8n's own words; undefined if all its triggers run. */
export function publicationProblem({ status, triggers }: PublicationStatus): string | undefined {
	if (status === 'published') return undefined;
	const refusals = triggers.filter((trigger) => trigger.status === 'failed');
	if (refusals.length === 0) return `n8n gave no reason (its status for the workflow is "${status}")`;
	return refusals.map(({ errorMessage }) => errorMessage ?? 'no reason given').join('; ');
}
