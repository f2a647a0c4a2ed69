import { z } from 'zod';
import { CONTRACT_NAMES } from '../contracts';

const headers = z.record(z.string(), z.string());

const selection = {
	/** How many matching requests it hits. */
	times: z.number().positive().default(1),
	/** How many matching requests it lets through first. */
	skip: z.number().int().min(0).default(0),
	/** Endpoint path such as `message/send`; a `*` at the end stands for anything. */
	path: z.string().optional(),
	method: z.string().optional(),
	contract: z.enum(CONTRACT_NAMES).optional(),
	/** Token of the account whose requests it hits. */
	accountToken: z.string().optional(),
	/** Text that the request body contains. */
	bodyContains: z.string().optional(),
};

/** Before or after the request was processed; after means that a message is recorded although the answer is spoilt. */
const when = z.enum(['before', 'after']).default('before');
const after = z.literal('after').default('after');

/** All faults. Those with `after` hit only requests that were processed with success. */
export const faultSchema = z.discriminatedUnion('kind', [
	z.strictObject({ ...selection, kind: z.literal('latency'), latencyMs: z.number().min(0) }),
	/** A round trip of random length. A random part of it is spent on the way there. */
	z.strictObject({
		...selection,
		kind: z.literal('roundTrip'),
		/** The distribution as points `[share of the requests, milliseconds]`, from share 0 to share 1, with straight lines between. */
		quantiles: z.array(z.tuple([z.number().min(0).max(1), z.number().min(0)])).min(2),
	}),
	z.strictObject({
		...selection,
		kind: z.literal('status'),
		when,
		status: z.union([z.literal(500), z.literal(502), z.literal(503), z.literal(504)]),
		/** Value of the `Retry-After` header. */
		retryAfter: z.union([z.string(), z.number()]).optional(),
		headers: headers.optional(),
	}),
	/** An answer of any kind, such as a 429 with chosen headers. */
	z.strictObject({
		...selection,
		kind: z.literal('answer'),
		when,
		status: z.number().int().min(200).max(599),
		headers: headers.optional(),
		/** JSON, or a text that is sent as it is. The contract's own failure body when absent. */
		body: z.unknown().optional(),
	}),
	z.strictObject({
		...selection,
		kind: z.literal('html'),
		when,
		status: z.number().int().min(200).max(599).default(502),
		headers: headers.optional(),
	}),
	/** The documented failure body with status 200; nothing is processed. */
	z.strictObject({ ...selection, kind: z.literal('failureBody') }),
	z.strictObject({ ...selection, kind: z.literal('reset'), when }),
	/** Never answers. */
	z.strictObject({ ...selection, kind: z.literal('timeout'), when }),
	/** Half the body at once, the rest after `durationMs`. */
	z.strictObject({ ...selection, kind: z.literal('slowBody'), when: after, durationMs: z.number().min(0) }),
	/** A complete HTTP answer whose JSON ends in the middle. */
	z.strictObject({ ...selection, kind: z.literal('truncatedBody'), when: after }),
	/** The connection breaks in the middle of the body. */
	z.strictObject({ ...selection, kind: z.literal('abortedBody'), when: after }),
]);

/** A fault as it may be asked for. */
export type FaultInput = z.input<typeof faultSchema>;
/** A fault with all its defaults. */
export type Fault = z.output<typeof faultSchema>;
