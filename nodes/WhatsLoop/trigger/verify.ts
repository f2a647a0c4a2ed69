import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Value of the parameter `verification`. */
export type Verification = 'auto' | 'signature' | 'token' | 'none';

/** How an event is checked. */
export type Check = 'signature' | 'token' | 'none';

export const SIGNATURE_HEADER = 'x-webhook-signature';

/** A header normally holds one signature. Only the first few are checked. */
const MAX_CANDIDATES = 5;

/** What the check is made with. */
export interface VerificationInput {
	/** The body exactly as it came, because any changed space changes the signature. */
	rawBody: Buffer;
	headers: Record<string, unknown>;
	/** `token` of the URL's query. */
	queryToken: unknown;
	/** The credential's Webhook Secret; empty where it has none. */
	secret: string;
	/** The node's URL token; empty where it has none. */
	urlToken: string;
}

/**
 * What `auto` means for an account.
 *
 * @param alwaysSigned the API signs every event: without a secret nothing can be let in
 */
export function checkFor(verification: Verification, hasSecret: boolean, alwaysSigned: boolean): Check {
	if (verification !== 'auto') return verification;
	return hasSecret || alwaysSigned ? 'signature' : 'none';
}

/** Hashing first makes texts of any length comparable in constant time. */
function sameText(a: string, b: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(digest(a), digest(b));
}

/** Every value that a header or a query parameter may carry: sent several times, it arrives as a list or joined by commas. */
function candidatesIn(value: unknown): string[] {
	const values = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');
	return values
		.flatMap((one) => one.split(','))
		.map((one) => one.trim())
		.filter((one) => one !== '')
		.slice(0, MAX_CANDIDATES);
}

function headerValues(headers: Record<string, unknown>, name: string): string[] {
	return Object.keys(headers)
		.filter((key) => key.toLowerCase() === name)
		.flatMap((key) => candidatesIn(headers[key]));
}

/** Lower-case hex HMAC-SHA256 over the raw bytes, as WhatsLoop Cloud sends it. */
export const signatureOf = (rawBody: Buffer, secret: string): string =>
	createHmac('sha256', secret).update(rawBody).digest('hex');

function signatureRefusal({ rawBody, headers, secret }: VerificationInput): string | undefined {
	if (secret === '') return 'no secret (the credential has no Webhook Secret to check the signature with)';
	const given = headerValues(headers, SIGNATURE_HEADER);
	if (given.length === 0) return `no header (${SIGNATURE_HEADER} is missing)`;
	const expected = signatureOf(rawBody, secret);
	const matches = given.map((value) =>
		sameText(
			value
				.replace(/^sha256=/i, '')
				.trim()
				.toLowerCase(),
			expected,
		),
	);
	return matches.includes(true)
		? undefined
		: `mismatch (${SIGNATURE_HEADER} does not fit this body and the Webhook Secret)`;
}

function tokenRefusal({ queryToken, urlToken }: VerificationInput): string | undefined {
	if (urlToken === '') return 'no secret (the node has no URL token to compare with)';
	const given = (Array.isArray(queryToken) ? queryToken : [queryToken]).filter(
		(one) => typeof one === 'string' && one !== '',
	);
	if (given.length === 0) return 'no token (the URL has no ?token=)';
	return given.slice(0, MAX_CANDIDATES).some((one) => sameText(one as string, urlToken))
		? undefined
		: 'mismatch (the token in the URL is not that of the node)';
}

/**
 * Whether an event may come in.
 *
 * @returns undefined for yes, else the cause for n8n's log, without anything secret in it
 */
export function refusalOf(check: Check, evidence: VerificationInput): string | undefined {
	if (check === 'none') return undefined;
	return check === 'token' ? tokenRefusal(evidence) : signatureRefusal(evidence);
}
