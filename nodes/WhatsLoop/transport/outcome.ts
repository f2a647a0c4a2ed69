import type { Verdict } from '../contracts/contract';
import { readRateLimitAnswer, type RateLimitAnswer } from './rateLimitAnswer';

/** An answer as n8n's request helper returns it with `returnFullResponse`. */
export interface HttpAnswer {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/** How one attempt ended. */
export type Outcome =
	| { kind: 'answered'; statusCode: number; rateLimit: RateLimitAnswer; body: unknown; verdict: Verdict }
	/** A 2xx whose body is no JSON object or list: an HTML page, half an answer, nothing. */
	| { kind: 'unreadable'; statusCode: number; rateLimit: RateLimitAnswer }
	/** No connection was made, so WhatsLoop has seen nothing. */
	| { kind: 'neverConnected'; code: string }
	/** The connection broke, or time ran out, after the request may have left. */
	| { kind: 'broken'; code: string }
	/** Not sent at all: an earlier answer to this account asked to wait longer than is allowed. */
	| { kind: 'heldBack'; waitMs: number };

/** Codes of Node.js that mean: no connection was made. Trying again can help. */
const NEVER_CONNECTED = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EAI_FAIL',
	'ENETUNREACH',
	'ENETDOWN',
	'EHOSTUNREACH',
	'EHOSTDOWN',
	'EADDRNOTAVAIL',
]);

/** Codes of a certificate that was not accepted: no request was made, and trying again does not help. */
const CERTIFICATE_REFUSED = /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_|HOSTNAME_MISMATCH|EPROTO)/;

/**
 * Finds a code in a text, because n8n may keep it only there. Codes are whole words in capitals, so other words do not
 * match.
 */
const CODE_IN_TEXT = /\b(E[A-Z]{4,}|EAI_AGAIN|CERT_[A-Z_]+|UNABLE_TO_[A-Z_]+|DEPTH_ZERO_[A-Z_]+|SELF_SIGNED_[A-Z_]+)\b/;

/** A chain of causes is at most this deep; a cycle ends here too. */
const MAX_CAUSES = 8;

function field(error: unknown, name: string): unknown {
	if (typeof error !== 'object' || error === null) return undefined;
	try {
		return (error as Record<string, unknown>)[name];
	} catch {
		// a getter that throws gives no code
		return undefined;
	}
}

function codesOf(error: unknown): string[] {
	const messages = field(error, 'messages');
	const texts = [
		field(error, 'message'),
		...(Array.isArray(messages) ? (messages as unknown[]) : []),
		field(error, 'description'),
	];
	return [
		field(error, 'code'),
		// n8n-core 2.8 throws a NodeApiError that has lost its cause; the code is in its httpCode
		field(error, 'httpCode'),
		...texts.map((text) => (typeof text === 'string' ? CODE_IN_TEXT.exec(text)?.[1] : undefined)),
	].filter((code): code is string => typeof code === 'string' && /^[A-Z]/.test(code));
}

/**
 * The network error code behind a thrown value: an AxiosError, a NodeApiError that wraps one, or a chain of causes.
 * It never throws.
 *
 * @returns such as `ECONNRESET`, or an empty text where there is none
 */
export function networkErrorCode(thrown: unknown): string {
	let error = thrown;
	for (let depth = 0; depth < MAX_CAUSES && error !== undefined && error !== null; depth++) {
		const [code] = codesOf(error);
		if (code !== undefined) return code;
		error = field(error, 'cause');
	}
	return '';
}

/** ETIMEDOUT alone does not tell whether connecting or waiting took too long. The text of Node.js does. */
function timedOutConnecting(thrown: unknown): boolean {
	const messages = field(thrown, 'messages');
	const texts = [field(thrown, 'message'), ...(Array.isArray(messages) ? (messages as unknown[]) : [])];
	return texts.some((text) => typeof text === 'string' && text.includes('connect ETIMEDOUT'));
}

/** What a thrown error says about the delivery. If it says nothing, the request may have left. */
export function outcomeOfError(thrown: unknown): Outcome {
	const code = networkErrorCode(thrown);
	return NEVER_CONNECTED.has(code) || CERTIFICATE_REFUSED.test(code) || timedOutConnecting(thrown)
		? { kind: 'neverConnected', code }
		: { kind: 'broken', code };
}

export const isCertificateRefusal = (code: string): boolean => CERTIFICATE_REFUSED.test(code);

/**
 * What an answer says. A body that is not JSON does not come from the API; its status does not matter.
 *
 * @param nowMs our own clock, milliseconds since the epoch
 */
export function outcomeOfAnswer(answer: HttpAnswer, judge: (body: unknown) => Verdict, nowMs: number): Outcome {
	const { statusCode, body } = answer;
	const rateLimit = readRateLimitAnswer(statusCode, answer.headers, nowMs);
	const isSuccess = statusCode >= 200 && statusCode < 300;
	if (!isSuccess) return { kind: 'answered', statusCode, rateLimit, body, verdict: 'refused' };
	if (typeof body !== 'object' || body === null) return { kind: 'unreadable', statusCode, rateLimit };
	return { kind: 'answered', statusCode, rateLimit, body, verdict: judge(body) };
}
