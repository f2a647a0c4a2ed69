import type { Contract } from '../contracts/endpoint';
import type { Outgoing } from './outgoing';
import type { Fault } from './fault';

const HTML = { 'content-type': 'text/html; charset=utf-8' };

const htmlPage = (status: number) =>
	`<!DOCTYPE html>\n<html><head><title>${status}</title></head><body><h1>${status}</h1></body></html>\n`;

/**
 * The answer that a fault sends in place of the real one.
 * @param answer the answer as it would have been; undefined before processing.
 */
export function spoil(fault: Fault, contract: Contract, answer: Outgoing | undefined): Outgoing {
	const headers = answer?.headers ?? {};
	const failure = JSON.stringify(contract.failureBody('Something went wrong'));
	const sound: Outgoing = answer ?? { headers, statusCode: 200, body: '', transmission: { kind: 'whole' } };
	switch (fault.kind) {
		case 'status':
			return {
				statusCode: fault.status,
				headers: {
					...headers,
					...(fault.retryAfter !== undefined && { 'Retry-After': String(fault.retryAfter) }),
					...fault.headers,
				},
				body: failure,
				transmission: { kind: 'whole' },
			};
		case 'answer':
			return {
				statusCode: fault.status,
				headers: { ...headers, ...fault.headers },
				body: fault.body === undefined ? failure : textOf(fault.body),
				transmission: { kind: 'whole' },
			};
		case 'html':
			return {
				statusCode: fault.status,
				headers: { ...headers, ...HTML, ...fault.headers },
				body: htmlPage(fault.status),
				transmission: { kind: 'whole' },
			};
		case 'failureBody':
			return {
				statusCode: 200,
				headers,
				body: JSON.stringify(contract.failureBodyWithStatus200),
				transmission: { kind: 'whole' },
			};
		case 'truncatedBody':
			return { ...sound, body: sound.body.slice(0, Math.ceil(sound.body.length / 2)) };
		case 'reset':
			return { ...sound, transmission: { kind: 'reset' } };
		case 'timeout':
			return { ...sound, transmission: { kind: 'never' } };
		case 'slowBody':
			return { ...sound, transmission: { kind: 'slow', durationMs: fault.durationMs } };
		case 'abortedBody':
			return { ...sound, transmission: { kind: 'aborted' } };
		case 'latency':
		case 'roundTrip':
			return sound;
	}
}

const textOf = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body));
