import type { Reference } from '../../../../sandbox/contracts/reference';
import type { ExampleAnswer } from '../examples';
import { evidenceLine } from '../knownWords';
import { rateLimitHeaders } from './rateLimit';

/** Headers of an example, by their names in the document. */
function headersOf(status: number, { rateLimit }: Reference) {
	const headers = rateLimitHeaders(rateLimit.onEveryAnswer, status === 429);
	return Object.keys(headers).length > 0 ? { headers } : {};
}

/** The answers to requests that fail, by status, for the components of the document. */
export function failureComponents(reference: Reference, examples: ReadonlyMap<number, ExampleAnswer>) {
	return Object.fromEntries(
		reference.failures.map(({ status, known, description }) => {
			const example = examples.get(status);
			const content = {
				schema: { $ref: '#/components/schemas/failure' },
				...(example && { example: example.body }),
			};
			return [
				status,
				{
					description: `${description} ${evidenceLine(known)}`,
					'x-evidence': known,
					...headersOf(status, reference),
					content: { 'application/json': content },
				},
			];
		}),
	);
}
