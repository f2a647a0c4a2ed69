import type { PublicationStatus } from '../../../../scripts/n8n/clientTypes';
import { publicationProblem, settledPublication } from '../../../../scripts/n8n/publication';

const IN_PROGRESS: PublicationStatus = { status: 'in_progress', triggers: [] };
const NOT_PUBLISHED: PublicationStatus = { status: 'not_published', triggers: [] };
const PUBLISHED: PublicationStatus = {
	status: 'published',
	triggers: [{ nodeId: 'a', status: 'activated', errorMessage: null }],
};
const REFUSED: PublicationStatus = {
	status: 'failed',
	triggers: [{ nodeId: 'a', status: 'failed', errorMessage: 'the token is wrong' }],
};

/** Answers one status after the other, and the last one from then on. */
function answering(...statuses: PublicationStatus[]) {
	let index = 0;
	return () => Promise.resolve(statuses[Math.min(index++, statuses.length - 1)]);
}

describe('the publication of a workflow', () => {
	test.each([
		['shows a refusal, even if the change ended between the two queries', REFUSED, NOT_PUBLISHED],
		['shows a success, even if the change ended between the two queries', PUBLISHED, NOT_PUBLISHED],
		[
			'shows that a workflow was taken down, even if the change ended between the two queries',
			NOT_PUBLISHED,
			PUBLISHED,
		],
	])('%s', async (_behaviour, truth, tornAnswer) => {
		await expect(settledPublication(answering(IN_PROGRESS, tornAnswer, truth))).resolves.toEqual(truth);
	});

	test('is waited for while it is in progress', async () => {
		await expect(settledPublication(answering(IN_PROGRESS, IN_PROGRESS, REFUSED))).resolves.toEqual(REFUSED);
	});

	test('is no problem if every trigger runs', () => {
		expect(publicationProblem(PUBLISHED)).toBeUndefined();
	});

	test('is a problem in the words of each trigger that was refused', () => {
		const triggers = [
			...PUBLISHED.triggers,
			...REFUSED.triggers,
			{ nodeId: 'c', status: 'failed', errorMessage: null },
		];
		expect(publicationProblem({ status: 'partial', triggers })).toBe('the token is wrong; no reason given');
	});

	test('is a problem even if n8n says nothing (an activated workflow without a trigger that runs has failed)', () => {
		expect(publicationProblem(NOT_PUBLISHED)).toMatch(/no reason.*"not_published"/);
	});
});
