import type { Known, Reference } from '../../../../sandbox/contracts/reference';
import { evidenceLine } from '../knownWords';

const ON_EVERY_ANSWER = ['X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset'];

const DESCRIPTIONS: Record<string, string> = {
	'X-RateLimit-Limit': 'Requests per minute that the plan allows.',
	'X-RateLimit-Remaining': 'Requests that are left in the current minute.',
	'X-RateLimit-Reset': 'When the current minute ends: UTC, in seconds since 1970.',
	'Retry-After': 'Seconds until the next request is let through.',
};

type References = Record<string, { $ref: string }>;

const references = (names: readonly string[]): References =>
	Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));

/** The headers of every answer. @param known how well it is known that there are any */
export const rateLimitHeaders = (known: Known, onRefusal = false): References =>
	references([...(known === 'unproven' ? [] : ON_EVERY_ANSWER), ...(onRefusal ? ['Retry-After'] : [])]);

/** What each header says, for the components of the document. */
export function headerComponents({ onEveryAnswer, onRefusal }: Reference['rateLimit']) {
	return Object.fromEntries(
		Object.entries(DESCRIPTIONS)
			.filter(([name]) => name === 'Retry-After' || onEveryAnswer !== 'unproven')
			.map(([name, description]) => {
				const known = name === 'Retry-After' ? onRefusal : onEveryAnswer;
				return [
					name,
					{
						description: `${description} ${evidenceLine(known)}`,
						schema: { type: 'integer', minimum: 0 },
						'x-evidence': known,
					},
				];
			}),
	);
}
