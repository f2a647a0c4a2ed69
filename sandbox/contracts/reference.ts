import type { JsonSchema } from './fields';

/**
 * How well a fact is known. Nobody here has an account, so nothing was tried against the live service.
 * - `documented`: in the provider's published documentation
 * - `seen`: used by real clients of that host
 * - `sibling`: from public clients of a platform with word-for-word the same documentation
 * - `provider code`: in the published code of the provider's older software
 * - `guess`: a name in the style of the ones that are known
 * - `unproven`: what this sandbox does, because something has to happen
 */
export type Known = 'documented' | 'seen' | 'sibling' | 'provider code' | 'guess' | 'unproven';

/** A form that answers or events have, and how well that is known. */
export interface KnownForm {
	known: Known;
	description: string;
}

/** An endpoint that a client uses and the node does not need. */
export interface UnusedEndpoint {
	method: 'GET' | 'POST' | 'DELETE';
	path: string;
	title: string;
	known: Known;
	/** Why the node does without it. */
	reason: string;
	/** A request that the sandbox accepts. */
	example: Record<string, unknown>;
}

/** What the documents about an API say besides its requests. */
export interface Reference {
	/** Which state of the API is described: of its documentation, or of its own version. */
	version: string;
	/** What people should know before they read on; one paragraph each. */
	introduction: readonly string[];
	/** Addresses of the API besides its default one. `{name}` stands for a part that differs from account to account. */
	furtherBaseUrls: readonly string[];
	/** Bodies of answers with a 2xx status. */
	answers: Record<'send' | 'other', KnownForm & { schema: JsonSchema }>;
	/** `data` of the answers of single endpoints, by path. */
	data: Record<string, KnownForm & { schema: JsonSchema }>;
	/** Body of a failure. */
	failure: KnownForm & { schema: JsonSchema };
	/** Statuses of failures, lowest first. */
	failures: ReadonlyArray<KnownForm & { status: number }>;
	/** The headers of the rate limit: on every answer, and on a 429 alone. */
	rateLimit: KnownForm & { onEveryAnswer: Known; onRefusal: Known };
	/** Events that tell of a message, by shape. */
	messageEvents: Record<string, KnownForm & { name: string }>;
	/** Events that tell how far messages have come, by shape. A shape may have none of its own. */
	ackEvents: Partial<Record<string, KnownForm & { name: string }>>;
	unused: readonly UnusedEndpoint[];
}
