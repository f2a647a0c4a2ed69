import { z } from 'zod';
import { CONTRACT_NAMES } from '../contracts';
import { PLANS } from '../rateLimit/policy';
import type { PlanName } from '../rateLimit/policy';

/** Body of `POST /_sandbox/policy`. */
export const policySchema = z.strictObject({
	plan: z.enum([...(Object.keys(PLANS) as [PlanName, ...PlanName[]]), 'none']).optional(),
	limit: z.number().int().min(1).optional(),
	windowSeconds: z.number().positive().optional(),
	reading: z.enum(['window', 'bucket', 'fixed']).optional(),
	leakPerSecond: z.number().positive().optional(),
	retryAfterForm: z.enum(['seconds', 'date']).optional(),
	/** Forget what has been used so far. */
	fresh: z.boolean().optional(),
});

/** Body of `POST /_sandbox/accounts`. */
export const accountSchema = z.strictObject({
	id: z.string().min(1),
	contract: z.enum(CONTRACT_NAMES),
	token: z.string(),
	phone: z
		.string()
		.regex(/^[1-9]\d{6,14}$/)
		.default('966500000000'),
});

/** Body of `POST /_sandbox/settings`: what is given changes, the rest stays. */
export const settingsSchema = z
	.strictObject({
		connected: z.boolean(),
		sendStatus: z.enum(['SUCCESS', 'PENDING']),
		sendStatusCode: z.union([z.literal(200), z.literal(201)]),
		cloudData: z.enum(['string', 'object', 'missing']),
		failOnMediaError: z.boolean(),
		mediaWaitMs: z.number().min(0),
		refusesAsOlderCode: z.boolean(),
	})
	.partial();
