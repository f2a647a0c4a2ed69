import type { IHttpRequestOptions } from 'n8n-workflow';
import { contracts } from '../../../nodes/WhatsLoop/contracts';
import { attempt } from '../../../nodes/WhatsLoop/transport/attempt';
import { DEFAULT_SETTINGS } from '../../../nodes/WhatsLoop/transport/request';
import type { Request, RequestContext } from '../../../nodes/WhatsLoop/transport/requestTypes';

const [go] = contracts;

const request = (call: object = {}): Request => ({
	call: { method: 'POST', path: 'message/text', body: { phone: '966501234567' }, privateTexts: [], ...call },
	kind: 'send',
	account: { contract: go, baseUrl: 'https://example.com/api', token: 'a-token' },
	settings: { ...DEFAULT_SETTINGS, requestTimeoutSeconds: 7 },
});

/** What n8n's helper is asked for. */
async function sent(given: Request, answer: unknown = { statusCode: 200, headers: {}, body: { success: true } }) {
	const asked: Array<{ credential: string; options: IHttpRequestOptions; self: unknown }> = [];
	const context = {
		helpers: {
			async httpRequestWithAuthentication(this: unknown, credential: string, options: IHttpRequestOptions) {
				asked.push({ credential, options, self: this });
				if (answer instanceof Error) throw answer;
				return answer;
			},
		},
	} as unknown as RequestContext;
	const outcome = await attempt(context, given, undefined, () => 0);
	return { outcome, context, ...asked[0] };
}

test('an attempt goes through the helper that signs it, with everything that keeps answers as they are', async () => {
	const { credential, options, self, context } = await sent(request({ query: { limit: 5 } }));
	expect(credential).toBe('whatsLoopApi');
	expect(self).toBe(context);
	const { abortSignal, ...rest } = options;
	expect(abortSignal?.aborted).toBe(false);
	expect(rest).toEqual({
		method: 'POST',
		url: 'https://example.com/api/message/text',
		qs: { limit: 5 },
		body: { phone: '966501234567' },
		json: true,
		timeout: 7000,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	});
});

test('its body is a copy, so that nothing n8n does to it reaches the next attempt', async () => {
	const given = request();
	const { options } = await sent(given);
	expect(options.body).toEqual(given.call.body);
	expect(options.body).not.toBe(given.call.body);
});

test('a call without a body sends none', async () => {
	expect((await sent(request({ method: 'GET', body: undefined }))).options.body).toBeUndefined();
});

test.each<[string, unknown, object]>([
	['accepted', undefined, { kind: 'answered', statusCode: 200, verdict: 'accepted' }],
	[
		'refused',
		{ statusCode: 200, headers: {}, body: { success: false } },
		{ kind: 'answered', statusCode: 200, verdict: 'refused' },
	],
	['a web page', { statusCode: 200, headers: {}, body: '<html>' }, { kind: 'unreadable' }],
	[
		'a broken connection',
		Object.assign(new Error('x'), { code: 'ECONNRESET' }),
		{ kind: 'broken', code: 'ECONNRESET' },
	],
	['no connection', Object.assign(new Error('x'), { code: 'ENOTFOUND' }), { kind: 'neverConnected' }],
])('its outcome says what came back: %s', async (_name, answer, outcome) => {
	expect((await sent(request(), answer)).outcome).toMatchObject(outcome);
});
