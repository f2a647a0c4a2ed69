import { contracts } from '../../../nodes/WhatsLoop/contracts';
import type { Contract } from '../../../nodes/WhatsLoop/contracts/contract';
import { errorText, type Failure } from '../../../nodes/WhatsLoop/transport/errorTexts';
import type { Outcome } from '../../../nodes/WhatsLoop/transport/outcome';
import { readRateLimitAnswer } from '../../../nodes/WhatsLoop/transport/rateLimitAnswer';
import { deliveryOf, decideRetry, type CallKind } from '../../../nodes/WhatsLoop/transport/retryPolicy';

const NOW = Date.UTC(2026, 10, 15, 14, 2);
const TOKEN = 'deadbeef0123456789abcdef00c0ffee_ZyXwVuTsRqPoNmLkJiHgFeDcBa987654321QwErT';
const TEXT = 'Zebra-7 crosses at midnight, bring the violin';
const ARABIC = 'مرحبا أحمد، طلبك في الطريق إليك الآن';
const PHONE = '966501234567';
const [go] = contracts;

const answered = (statusCode: number, body: unknown = {}, headers = {}): Outcome => ({
	kind: 'answered',
	statusCode,
	rateLimit: readRateLimitAnswer(statusCode, headers, NOW),
	body,
	verdict: 'refused',
});

function textOf(outcome: Outcome, kind: CallKind, more: Partial<Failure> = {}, maxRetries = 0) {
	const progress = {
		attempts: 1,
		waitedMs: 0,
		unluckyAttempts: 0,
		mayHaveArrived: deliveryOf(outcome) === 'maybe',
		...more.progress,
	};
	const limits = { maxRetries, maxRetryAfterSeconds: 120, maxTotalWaitSeconds: 600, retryUncertain: false };
	const decision = decideRetry(outcome, kind, limits, progress, 0);
	if (decision.action !== 'fail') throw new Error(`is ${decision.action}, not a failure`);
	return errorText({
		outcome,
		because: decision.because,
		kind,
		contract: go,
		requestLine: 'POST message/send',
		privateTexts: [TOKEN, TEXT, ARABIC],
		nowMs: NOW,
		...more,
		progress,
	});
}

describe('what the user reads', () => {
	test.each<[string, Outcome, CallKind, RegExp, RegExp]>([
		[
			'a wrong token',
			answered(401),
			'send',
			/^WhatsLoop refused the API token \(HTTP 401\)/,
			/^The message was not sent\. Check the API Token/,
		],
		['no access', answered(403), 'change', /refused access \(HTTP 403\)/, /^Nothing was changed\. Check the API Token/],
		[
			'not found',
			answered(404),
			'read',
			/does not know .* \(HTTP 404\)/,
			/^Check IDs .* Request: POST message\/send\.$/,
		],
		[
			'a wrong field',
			answered(422, { message: 'phone is required' }),
			'send',
			/\(HTTP 422\): phone is required$/,
			/Correct the fields/,
		],
		[
			'a failure with HTTP 200',
			answered(200, { Status: 0, Message: 'Phone is Required' }),
			'send',
			/^WhatsLoop refused the request: Phone is Required$/,
			/was not sent/,
		],
		[
			'a rate limit',
			answered(429),
			'send',
			/^WhatsLoop's rate limit is used up$/,
			/The message was not sent\..*more retries/,
		],
		[
			'trouble',
			answered(500),
			'send',
			/^The message may or may not have been sent: WhatsLoop answered HTTP 500/,
			/Look at the chat.*"Retry When Uncertain"/,
		],
		['trouble on a change', answered(502), 'change', /^The change may or may not have been made/, /Look at the chat/],
		['trouble on a read', answered(502), 'read', /could not handle the request \(HTTP 502\)/, /^Try again later\.$/],
		[
			'a web page',
			{ kind: 'unreadable', statusCode: 200, rateLimit: readRateLimitAnswer(200, {}, NOW) },
			'send',
			/may or may not have been sent: .*a web page/,
			/Look at the chat/,
		],
		[
			'no connection',
			{ kind: 'neverConnected', code: 'ENOTFOUND' },
			'send',
			/^Could not reach WhatsLoop: that host name is not known \(ENOTFOUND\)$/,
			/was not sent\. Check the Base URL/,
		],
		[
			'a bad certificate',
			{ kind: 'neverConnected', code: 'CERT_HAS_EXPIRED' },
			'send',
			/Could not reach WhatsLoop: no connection \(CERT_HAS_EXPIRED\)/,
			/was not sent/,
		],
		[
			'a break',
			{ kind: 'broken', code: 'ECONNRESET' },
			'send',
			/may or may not have been sent: the connection was closed.*\(ECONNRESET\)/,
			/Look at the chat/,
		],
		[
			'a break nobody can name',
			{ kind: 'broken', code: '' },
			'read',
			/^WhatsLoop did not answer: the connection broke$/,
			/^Try again later\./,
		],
		['a redirect', answered(302), 'send', /leads somewhere else \(HTTP 302\)/, /Fill in the address/],
	])('%s', (_name, outcome, kind, message, description) => {
		const text = textOf(outcome, kind);
		expect(text.message).toMatch(message);
		expect(text.description).toMatch(description);
	});

	test('the error about a wait that is too long says when it would end', () => {
		const { message, description, httpCode } = textOf(answered(429, {}, { 'retry-after': '180' }), 'send', {}, 5);
		expect(message).toBe(`WhatsLoop's rate limit is used up and it asks to wait 3 min, until 14:05 UTC`);
		expect(description).toMatch(/"Longest Wait \(Seconds\)"/);
		expect(httpCode).toBe('429');
	});

	test('a 503 with a wait that is too long is not called a rate limit', () => {
		expect(textOf(answered(503, {}, { 'retry-after': '180' }), 'send', {}, 5).message).toBe(
			'WhatsLoop is busy and asks to wait 3 min, until 14:05 UTC',
		);
	});

	test('the error says how many attempts and how much waiting there were', () => {
		const progress = { attempts: 6, waitedMs: 61_000, unluckyAttempts: 0, mayHaveArrived: false };
		expect(textOf(answered(429), 'send', { progress }).message).toBe(
			`WhatsLoop's rate limit is still used up after 6 attempts and 1 min 1 s of waiting`,
		);
		expect(textOf({ kind: 'neverConnected', code: 'ECONNREFUSED' }, 'send', { progress }).description).toMatch(
			/6 attempts, waited 1 min 1 s\.$/,
		);
	});

	test('the error mentions an earlier attempt that may have arrived, even if the last one did not', () => {
		const progress = { attempts: 2, waitedMs: 1000, unluckyAttempts: 0, mayHaveArrived: true };
		const { message } = textOf(answered(422), 'send', { progress });
		expect(message).toMatch(/^The message may or may not have been sent/);
		expect(textOf({ kind: 'neverConnected', code: 'ECONNREFUSED' }, 'send', { progress }).message).toMatch(
			/may or may not have been sent/,
		);
	});

	test('"Retry When Uncertain" is named only if it is off (also after a 429)', () => {
		const progress = { attempts: 2, waitedMs: 1000, unluckyAttempts: 0, mayHaveArrived: true };
		expect(textOf(answered(500), 'send', { progress }).description).toMatch(/Retry When Uncertain/);
		const tried = textOf(answered(500), 'send', { because: { reason: 'retriesUsedUp' }, progress });
		expect(tried.description).not.toMatch(/Retry When Uncertain/);
	});

	test.each<[string, Outcome, CallKind, string, string]>([
		[
			'a break on a read',
			{ kind: 'broken', code: 'ECONNRESET' },
			'read',
			'WhatsLoop did not answer: the connection was closed before an answer came (ECONNRESET)',
			'Try again later.',
		],
		[
			'a web page on a read',
			{ kind: 'unreadable', statusCode: 200, rateLimit: readRateLimitAnswer(200, {}, NOW) },
			'read',
			'WhatsLoop did not answer: the answer was not from the WhatsLoop API (a web page, or cut off)',
			'Try again later.',
		],
		[
			'trouble on a read',
			answered(500),
			'read',
			'WhatsLoop could not handle the request (HTTP 500)',
			'Try again later.',
		],
		[
			'an answer that proves nothing',
			{ ...answered(200, { message: 'ok' }), verdict: 'unproven' } as Outcome,
			'send',
			'The message may or may not have been sent: WhatsLoop answered HTTP 200, but not that it was done',
			'Look at the chat before you repeat it. It was not tried again, to avoid doing it twice; "Retry When Uncertain" in Sending & Retries would. WhatsLoop says: ok',
		],
		[
			'an earlier wait that is too long',
			{ kind: 'heldBack', waitMs: 180_000 },
			'send',
			"WhatsLoop's rate limit is used up and it asks to wait 3 min, until 14:05 UTC",
			'The message was not sent. That is longer than "Longest Wait (Seconds)" in Sending & Retries allows. Run it again after that time, or allow a longer wait.',
		],
		[
			'a path that is not known',
			answered(405),
			'read',
			'WhatsLoop does not know this request (HTTP 405)',
			'Check the Base URL and the API Version in the credential. Request: POST message/send.',
		],
		[
			'a redirect',
			answered(300),
			'read',
			'The Base URL leads somewhere else (HTTP 300)',
			'Fill in the address that it leads to as Base URL in the credential.',
		],
	])('the whole error after %s', (_name, outcome, kind, message, description) => {
		expect(textOf(outcome, kind)).toMatchObject({ message, description });
	});

	test('an earlier wait that is too long, after an attempt that may have arrived', () => {
		const progress = { attempts: 2, waitedMs: 1000, unluckyAttempts: 0, mayHaveArrived: true };
		const text = textOf({ kind: 'heldBack', waitMs: 180_000 }, 'send', { progress });
		expect(text).toEqual({
			message: 'The message may or may not have been sent: WhatsLoop asked to wait',
			description: 'Look at the chat before you repeat it. 2 attempts, waited 1 s.',
			httpCode: '429',
		});
	});

	test.each<[string, unknown, string]>([
		['in an object', { first: { message: 'phone is required' } }, ': phone is required'],
		['after a field without words', { first: ' ', second: 'phone is required' }, ': phone is required'],
		['without the white space around them', { first: '  phone is required\n' }, ': phone is required'],
		['nowhere', { third: 'phone is required' }, ''],
	])("the provider's words are found %s", (_name, body, said) => {
		const contract = { ...go, errorTextFields: ['first', 'second'] };
		expect(textOf(answered(422, body), 'send', { contract }).message).toBe(
			`WhatsLoop refused the request (HTTP 422)${said}`,
		);
	});

	test('words that repeat the message in another encoding are left out', () => {
		const message = `no: ${TEXT.replace(/ /g, '&nbsp;')}`;
		expect(textOf(answered(422, { message }), 'send').message).toBe(
			'WhatsLoop refused the request (HTTP 422): [hidden, because it repeats what was sent]',
		);
	});

	test('a long text of the provider is cut off', () => {
		const { message } = textOf(answered(422, { message: 'word '.repeat(1000) }), 'send');
		expect(message.length).toBeLessThan(400);
	});

	test.each([null, [], 'text', 5, { message: null }, { message: {} }, { message: [] }, { error: { message: 5 } }])(
		'a body of %p still gives an error text',
		(body) => {
			expect(textOf(answered(422, body), 'send').message).toBe('WhatsLoop refused the request (HTTP 422)');
		},
	);
});

const ECHOES = (contract: Contract): unknown[] => [
	...contract.errorTextFields.flatMap((field) => [
		{ [field]: `no: ${TEXT}; ${ARABIC}; ${PHONE}; Bearer ${TOKEN}` },
		{ [field]: JSON.stringify({ body: TEXT, other: ARABIC, phone: PHONE, token: TOKEN }) },
		{ [field]: `${TEXT.slice(0, 20)}… ${ARABIC.slice(0, 20)}… +966 50 123 4567` },
		{ [field]: { message: `${TEXT} ${ARABIC} ${PHONE} ${TOKEN}` } },
	]),
];

describe.each(contracts.map((contract) => [contract.id, contract] as const))(
	'the error on %s contains nothing private after',
	(_id, contract) => {
		const outcomes = (body: unknown): Array<[string, Outcome]> => [
			...[200, 302, 400, 401, 403, 404, 405, 422, 429, 500, 501, 502, 503, 504].map((status): [string, Outcome] => [
				`HTTP ${status}`,
				answered(status, body),
			]),
			['429 with a long wait', answered(429, body, { 'retry-after': '9999' })],
			['a web page', { kind: 'unreadable', statusCode: 200, rateLimit: readRateLimitAnswer(200, {}, NOW) }],
			['no connection', { kind: 'neverConnected', code: 'ECONNREFUSED' }],
			['a break', { kind: 'broken', code: 'ECONNRESET' }],
		];

		test.each(outcomes({}).map(([name], index) => [name, index] as const))('%s', (_name, index) => {
			for (const body of ECHOES(contract)) {
				for (const kind of ['send', 'change', 'read'] as const) {
					const { message, description } = textOf(outcomes(body)[index][1], kind, { contract });
					const all = `${message} ${description}`;
					for (const secret of ['Zebra', 'violin', 'أحمد', '96650', '50 123', TOKEN.slice(0, 12)])
						expect(all).not.toContain(secret);
				}
			}
		});
	},
);
