import type { Explanation } from './explanation';
import { contractsExplanations } from './contracts';
import { executionExplanations } from './execution';
import { inputExplanations } from './input';
import { normaliseExplanations } from './normalise';
import { rateLimitExplanations } from './rateLimit';
import { transportExplanations } from './transport';
import { triggerExplanations } from './trigger';

export type { Explanation };

/** Of all folders. */
export const EXPLANATIONS: readonly Explanation[] = [
	...transportExplanations,
	...rateLimitExplanations,
	...executionExplanations,
	...contractsExplanations,
	...triggerExplanations,
	...normaliseExplanations,
	...inputExplanations,
];
