import type { IDataObject } from 'n8n-workflow';
import { contracts } from '../../../nodes/WhatsLoop/contracts';
import { forgetAccounts } from '../../../nodes/WhatsLoop/transport/rateLimit/accountQueues';
import {
	DEFAULT_SETTINGS,
	isUncertain,
	requestWhatsLoop,
	uncertainError,
} from '../../../nodes/WhatsLoop/transport/request';
import type { Request, RequestContext } from '../../../nodes/WhatsLoop/transport/requestTypes';
import type { Clock } from '../../../nodes/WhatsLoop/transport/wait';
import { WaitMeter } from '../../../nodes/WhatsLoop/transport/waitMeter';
import { VirtualTime } from '../../support/virtualTime';

const [go] = contracts;

interface Answer {
	statusCode?: number;
	headers?: IDataObject;
	body?: unknown;
}

let time: VirtualTime;
let clock: Clock;

beforeEach(() => {
	forgetAccounts();
	time = new VirtualTime();
	clock = {} as Clock;
	time.install(clock);
});

/** A context whose requests get these answers, one after the other, then the last one again and again. */
function contextWith(answers: Answer[], more: object = {}) {
	const seen = { requests: 0, log: [] as string[] };
	const context = {
		getNode: () => ({ name: 'WhatsLoop', parameters: { text: 'Zebra' } }),
		logger: { debug: (text: string) => seen.log.push(text) },
		helpers: {
			httpRequestWithAuthentication: async () => {
				const answer = answers[Math.min(seen.requests++, answers.length - 1)];
				return { statusCode: 200, headers: {}, body: { success: true }, ...answer };
			},
		},
		...more,
	} as unknown as RequestContext;
	return { context, seen };
}

const request = (more: object = {}): Request => ({
	call: { method: 'POST', path: 'message/text', body: {}, privateTexts: [] },
	kind: 'send',
	account: { contract: go, baseUrl: 'https://example.com/api', token: 'a-token' },
	settings: DEFAULT_SETTINGS,
	itemIndex: 4,
	...more,
});

const failureOf = async (context: RequestContext, asked = request()) =>
	await requestWhatsLoop(context, asked, clock).then(
		() => undefined,
		(error: Error & { description?: string; httpCode?: string; context: IDataObject; node?: object }) => error,
	);

test('an answer is given back as it came', async () => {
	const { context, seen } = contextWith([{ body: { success: true, data: 1 } }]);
	expect(await requestWhatsLoop(context, request(), clock)).toEqual({ success: true, data: 1 });
	expect(seen).toEqual({ requests: 1, log: [] });
});

test('a refusal for now is waited for, noted in the log without anything private, and counted', async () => {
	const { context, seen } = contextWith([{ statusCode: 429, headers: { 'retry-after': '5' } }, {}]);
	const meter = new WaitMeter(clock);
	const waits: number[] = [];
	meter.onWait = (waitMs) => waits.push(waitMs);
	await requestWhatsLoop(context, request(), clock, meter);
	expect(seen.log).toEqual(['WhatsLoop: attempt 1 of message/text failed, next one in 5000 ms']);
	expect([meter.retries, waits, meter.waitedMs]).toEqual([1, [5000], 5000]);
});

test('a final failure is an error with its item, its status, and no parameters (they hold message texts)', async () => {
	const error = await failureOf(contextWith([{ statusCode: 422, body: { message: 'no' } }]).context);
	expect(error?.name).toBe('NodeApiError');
	expect(error).toMatchObject({
		message: 'WhatsLoop refused the request (HTTP 422): no',
		httpCode: '422',
		context: { itemIndex: 4, mayHaveArrived: false },
	});
	expect(isUncertain(error as never)).toBe(false);
	expect(JSON.stringify(error)).not.toContain('Zebra');
});

test('a failure that leaves open whether it was done says so in the error', async () => {
	const error = await failureOf(contextWith([{ statusCode: 500 }]).context);
	expect(error?.message).toMatch(/^The message may or may not have been sent/);
	expect(isUncertain(error as never)).toBe(true);
});

test('such an error can be made once more for another try', () => {
	const text = { message: 'may have been sent: ETIMEDOUT', description: 'Look', httpCode: '500' };
	const error = uncertainError(contextWith([]).context, text, 2);
	expect(error).toMatchObject({ ...text, context: { itemIndex: 2, mayHaveArrived: true } });
	expect(isUncertain(error)).toBe(true);
	expect(uncertainError(contextWith([]).context, { message: 'x', description: '' }, 2).httpCode).toBeNull();
});

test('an account that was told to wait longer than allowed is not asked again', async () => {
	const { context, seen } = contextWith([{ statusCode: 429, headers: { 'retry-after': '300' } }]);
	await failureOf(context);
	const error = await failureOf(context);
	expect(seen.requests).toBe(1);
	expect(error?.message).toMatch(/rate limit is used up and it asks to wait 5 min/);
	expect(error?.description).toMatch(/"Longest Wait \(Seconds\)"/);
	expect(error?.httpCode).toBe('429');
});

describe('Stop', () => {
	test.each([
		['before the first attempt', AbortSignal.abort(), 0],
		['during a wait', undefined, 1],
	])('%s ends the request, and says that nothing was sent', async (_name, aborted, requests) => {
		const stop = new AbortController();
		time.onSleep = () => stop.abort();
		const signal = aborted ?? stop.signal;
		const { context, seen } = contextWith([{ statusCode: 429, headers: { 'retry-after': '5' } }], {
			getExecutionCancelSignal: () => signal,
		});
		const error = await failureOf(context);
		expect(error?.name).toBe('NodeOperationError');
		expect(error).toMatchObject({
			message: 'The execution was canceled before this was sent',
			description: 'The execution was stopped. Nothing was sent for this item, or nothing more.',
			context: { itemIndex: 4 },
		});
		expect(seen.requests).toBe(requests);
	});
});

describe('an address that can not be reached', () => {
	const unreachable = (mode?: string) => {
		const seen = { requests: 0 };
		const { context } = contextWith([], {
			...(mode === undefined ? {} : { getMode: () => mode }),
			helpers: {
				httpRequestWithAuthentication: async () => {
					seen.requests++;
					throw Object.assign(new Error('x'), { code: 'ENOTFOUND' });
				},
			},
		});
		return { context, seen };
	};

	test('is given up after five seconds where a person is watching', async () => {
		const { context, seen } = unreachable('manual');
		time.random = 0.999;
		await failureOf(context);
		expect(seen.requests).toBe(2);
		expect(time.elapsedMs).toBeLessThanOrEqual(5000);
	});

	test.each(['trigger', undefined])('is tried as often as the user allows elsewhere (mode %p)', async (mode) => {
		const { context, seen } = unreachable(mode);
		time.random = 0.999;
		expect((await failureOf(context))?.message).toBe(
			'Could not reach WhatsLoop: that host name is not known (ENOTFOUND)',
		);
		expect(seen.requests).toBe(6);
		expect(time.elapsedMs).toBeGreaterThan(5000);
	});
});

test('the waits of one request are counted from its first answer on, with those in the queue', async () => {
	const { context, seen } = contextWith([{ statusCode: 429, headers: { 'retry-after': '7' } }]);
	const error = await failureOf(context, request({ settings: { ...DEFAULT_SETTINGS, maxRetries: 2 } }));
	expect(seen.requests).toBe(3);
	expect(error?.message).toBe("WhatsLoop's rate limit is still used up after 3 attempts and 14 s of waiting");
});

test('a pause is kept after the latest send of the account, but not after a read', async () => {
	const sentAtMs: number[] = [];
	const { context } = contextWith([], {
		helpers: {
			httpRequestWithAuthentication: async () => {
				sentAtMs.push(time.elapsedMs);
				return { statusCode: 200, headers: {}, body: { success: true } };
			},
		},
	});
	await requestWhatsLoop(context, request({ kind: 'read', pauseMs: 0 }), clock);
	for (const pauseMs of [3000, 3000, 0]) await requestWhatsLoop(context, request({ pauseMs }), clock);
	expect(sentAtMs).toEqual([0, 0, 3000, 3000]);
});
