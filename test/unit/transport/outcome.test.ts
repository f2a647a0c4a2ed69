import fc from 'fast-check';
import { networkErrorCode, outcomeOfAnswer, outcomeOfError } from '../../../nodes/WhatsLoop/transport/outcome';

const withCode = (code: string, message = `something ${code}`) => Object.assign(new Error(message), { code });

describe('a thrown error and what it says about the delivery', () => {
	test.each([
		'ECONNREFUSED',
		'ENOTFOUND',
		'EAI_AGAIN',
		'ENETUNREACH',
		'EHOSTUNREACH',
		'EHOSTDOWN',
		'CERT_HAS_EXPIRED',
		'SELF_SIGNED_CERT_IN_CHAIN',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		'ERR_TLS_CERT_ALTNAME_INVALID',
	])('%s: it never connected', (code) => {
		expect(outcomeOfError(withCode(code))).toEqual({ kind: 'neverConnected', code });
	});

	test.each(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ECONNABORTED', 'ERR_CANCELED', 'ESOMETHING', 'NO_CERT_AT_ALL'])(
		'%s: it may have arrived',
		(code) => {
			expect(outcomeOfError(withCode(code))).toEqual({ kind: 'broken', code });
		},
	);

	test('a time-out while connecting: it never connected', () => {
		expect(outcomeOfError(withCode('ETIMEDOUT', 'connect ETIMEDOUT 192.0.2.1:443')).kind).toBe('neverConnected');
	});

	test('a time-out while connecting, in the messages of n8n: it never connected', () => {
		const messages = [5, 'connect ETIMEDOUT 192.0.2.1:443'];
		expect(outcomeOfError(Object.assign(withCode('ETIMEDOUT', 'timed out'), { messages })).kind).toBe('neverConnected');
		expect(outcomeOfError(Object.assign(withCode('ETIMEDOUT'), { messages: ['timed out'] })).kind).toBe('broken');
	});

	test('a socket hang up: it may have arrived', () => {
		expect(outcomeOfError(new Error('socket hang up')).kind).toBe('broken');
	});

	test('an unknown error: it may have arrived', () => {
		expect(outcomeOfError(new Error('')).kind).toBe('broken');
	});
});

describe('the code is found', () => {
	test.each<[string, unknown]>([
		['in the error itself', withCode('ECONNREFUSED')],
		['in its cause', new Error('failed', { cause: withCode('ECONNREFUSED') })],
		['three causes deep', new Error('a', { cause: new Error('b', { cause: { cause: withCode('ECONNREFUSED') } }) })],
		[
			'in httpCode, where n8n puts it',
			Object.assign(new Error('The service refused the connection'), { httpCode: 'ECONNREFUSED' }),
		],
		[
			'in the messages of n8n',
			{ message: 'The service refused the connection', messages: ['connect ECONNREFUSED 127.0.0.1:1'] },
		],
		['in the description of n8n', { message: 'x', description: 'connect ECONNREFUSED 127.0.0.1:1' }],
		['in the text alone', new Error('connect ECONNREFUSED 127.0.0.1:80')],
	])('%s', (_where, thrown) => {
		expect(networkErrorCode(thrown)).toBe('ECONNREFUSED');
	});

	const nested = (causes: number): unknown => (causes === 0 ? withCode('ECONNREFUSED') : { cause: nested(causes - 1) });

	test('seven causes deep, and not deeper (a cycle has to end)', () => {
		expect(networkErrorCode(nested(7))).toBe('ECONNREFUSED');
		expect(networkErrorCode(nested(8))).toBe('');
	});

	test.each<[string, unknown]>([
		['a message that is no text', { message: { toString: () => 'ECONNREFUSED' } }],
		['a code that is no text', { code: { toString: () => 'ECONNREFUSED' } }],
		['a code that begins with a digit', { code: '5ECONN' }],
	])('but not in %s', (_name, thrown) => {
		expect(networkErrorCode(thrown)).toBe('');
	});

	test.each([
		'EAI_AGAIN',
		'CERT_HAS_EXPIRED',
		'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
		'DEPTH_ZERO_SELF_SIGNED_CERT',
		'SELF_SIGNED_CERT_IN_CHAIN',
	])('in the text alone: %s', (code) => {
		expect(networkErrorCode(new Error(`request failed, reason: ${code}.`))).toBe(code);
	});

	test('but not in an HTTP status, which n8n puts in the same place', () => {
		expect(networkErrorCode(Object.assign(new Error('x'), { httpCode: '429' }))).toBe('');
	});
});

describe('the classifier never throws', () => {
	const cyclic: { cause?: unknown } = {};
	cyclic.cause = { cause: cyclic };
	const { proxy: revoked, revoke } = Proxy.revocable({}, {});
	revoke();

	test.each<[string, unknown]>([
		['undefined', undefined],
		['null', null],
		['a text', 'ECONNREFUSED'],
		['a symbol', Symbol('x')],
		['a function', () => undefined],
		['a number', 42n],
		['a cycle of causes', cyclic],
		['a null-prototype object', Object.create(null)],
		[
			'a getter that throws',
			{
				get code() {
					throw new Error('no');
				},
			},
		],
		['a revoked proxy', revoked],
		['messages that are no texts', { messages: [null, 5, {}], message: {}, code: {} }],
	])('on %s', (_name, thrown) => {
		expect(outcomeOfError(thrown)).toEqual({ kind: 'broken', code: '' });
	});

	test('on anything at all', () => {
		fc.assert(
			fc.property(
				fc.anything({
					withNullPrototype: true,
					withBigInt: true,
					withDate: true,
					withMap: true,
					withSparseArray: true,
				}),
				(thrown) => {
					expect(typeof networkErrorCode(thrown)).toBe('string');
					expect(['broken', 'neverConnected']).toContain(outcomeOfError(thrown).kind);
				},
			),
		);
	});
});

describe('an answer', () => {
	const judge = jest.fn(() => 'accepted' as const);
	const outcome = (statusCode: number, body: unknown) => outcomeOfAnswer({ statusCode, headers: {}, body }, judge, 0);

	test('with a 2xx status is judged by the contract', () => {
		expect(outcome(201, { a: 1 })).toMatchObject({ kind: 'answered', verdict: 'accepted' });
		expect(judge).toHaveBeenLastCalledWith({ a: 1 });
	});

	test.each([100, 199, 300, 301, 400, 429, 500])('with status %i is a failure, with any body', (statusCode) => {
		expect(outcome(statusCode, { success: true })).toMatchObject({ kind: 'answered', verdict: 'refused' });
	});

	test.each(['<html>', '', '{"cut":', 'ok', undefined, null, 5, true])(
		'with a 2xx status and the body %p is not from the API',
		(body) => {
			expect(outcome(200, body).kind).toBe('unreadable');
		},
	);
});
