import { bucketReading } from './bucket';
import { fixedReading } from './fixed';
import type { RateLimitReading } from './policy';
import type { Reading } from './reading';
import { windowReading } from './window';

/** Every reading by name. Each keeps a state of its own shape, which nobody else looks into. */
export const READINGS: Record<RateLimitReading, Reading<unknown>> = {
	window: windowReading as Reading<unknown>,
	bucket: bucketReading as Reading<unknown>,
	fixed: fixedReading as Reading<unknown>,
};
