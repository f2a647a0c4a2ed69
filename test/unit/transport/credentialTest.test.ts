import fc from 'fast-check';
import { contracts } from '../../../nodes/WhatsLoop/contracts';
import type { Account } from '../../../nodes/WhatsLoop/transport/account';
import { judgeProbe, testCredential } from '../../../nodes/WhatsLoop/transport/credentialTest';

const TOKEN = 'token-0123456789abcdef';
const [go, cloud] = contracts;

const account = (contract = go): Account => ({ contract, baseUrl: 'https://example.com/api', token: TOKEN });
type ProbeAnswer = Parameters<typeof judgeProbe>[0];

const json = (statusCode: number, body: unknown = {}): ProbeAnswer => ({
	statusCode,
	headers: { 'content-type': 'application/json' },
	body,
});
const page = (statusCode: number): ProbeAnswer => ({
	statusCode,
	headers: { 'Content-Type': 'text/html; charset=utf-8' },
	body: '<html></html>',
});

describe.each([go, cloud])('the answer to the test on $id', (contract) => {
	test.each<[string, ProbeAnswer, 'OK' | 'Error', RegExp]>([
		['it works', json(200, { success: true }), 'OK', /^Connected to/],
		['wrong token', json(401), 'Error', /refused the API Token \(HTTP 401\)/],
		['wrong token', json(403), 'Error', /refused the API Token \(HTTP 403\)/],
		[
			'wrong token, with HTTP 200',
			json(200, { success: false, message: 'Invalid token' }),
			'Error',
			/refused the API Token: Invalid token/,
		],
		['a web page', page(200), 'Error', /leads to a web page/],
		['a firewall', page(403), 'Error', /refused access with a web page \(HTTP 403\), such as a firewall/],
		['a web page that is not found', page(404), 'Error', /leads to a web page/],
		['a page without a content type', { ...page(200), headers: {} }, 'Error', /leads to a web page/],
		[
			'a page with a content type in capitals',
			{ ...page(200), headers: { 'CONTENT-TYPE': 'TEXT/HTML' }, body: 'x' },
			'Error',
			/leads to a web page/,
		],
		['a page after white space', { ...page(200), headers: {}, body: '\n <html>' }, 'Error', /leads to a web page/],
		['words with a bracket in them', { ...json(200), body: 'a < b' }, 'Error', /is not the WhatsLoop API/],
		['a text as JSON', json(200, 'It works!'), 'Error', /is not the WhatsLoop API/],
		['null as JSON', json(200, null), 'Error', /is not the WhatsLoop API/],
		['the first redirect', json(300), 'Error', /leads to a web page/],
		['the last redirect', json(399), 'Error', /leads to a web page/],
		['a redirect', json(301), 'Error', /leads to a web page/],
		['a conflict', json(409), 'OK', /If sending fails, check the Base URL/],
		[
			'wrong authorization, with HTTP 200',
			json(200, { success: false, message: 'Unauthorized' }),
			'Error',
			/refused the API Token: Unauthorized/,
		],
		['a failure without words', json(200, { success: false }), 'OK', /It says: $/],
		['plain text', { ...json(200), body: 'It works!' }, 'Error', /is not the WhatsLoop API/],
		['nothing', { ...json(200), body: undefined }, 'Error', /is not the WhatsLoop API/],
		['an unknown path', json(404), 'Error', /does not know the path used for testing \(HTTP 404\)/],
		['an unknown method', json(405), 'Error', /does not know the path used for testing \(HTTP 405\)/],
		['a rate limit', json(429), 'Error', /rate limit is used up/],
		['trouble', json(500), 'Error', /in trouble \(HTTP 500\)/],
		['trouble, said by a web page', page(502), 'Error', /in trouble \(HTTP 502\)/],
		[
			'a failure that is not about the token',
			json(200, { success: false, message: 'Phone is not connected' }),
			'OK',
			/It says: Phone is not connected/,
		],
	])('%s', (_name, answer, status, message) => {
		const result = judgeProbe(answer, account(contract));
		expect(result.status).toBe(status);
		expect(result.message).toMatch(message);
	});

	test.each([404, 405])(
		'HTTP %i passes at the default address of the API (its paths are not certain)',
		(statusCode) => {
			const { status } = judgeProbe(json(statusCode), { ...account(contract), baseUrl: contract.defaultBaseUrl });
			expect(status).toBe('OK');
		},
	);

	test('never makes it throw, in any shape', () => {
		fc.assert(
			fc.property(fc.integer({ min: 100, max: 599 }), fc.anything(), (statusCode, body) => {
				expect(['OK', 'Error']).toContain(judgeProbe({ statusCode, headers: {}, body }, account(contract)).status);
			}),
		);
	});
});

describe('a token of the other API', () => {
	const V1_TOKEN = 'deadbeef0123456789abcdef00c0ffee_ZyXwVuTsRqPoNmLkJiHgFeDcBa987654321QwErT';

	test.each([
		['v1', go, 'wl_live_0123456789abcdef', 'WhatsLoop Cloud'],
		['cloud', cloud, V1_TOKEN, 'WhatsLoop v1'],
	])('on %s says to change the API Version', (_id, contract, token, other) => {
		for (const answer of [json(401), json(404), json(405), page(200)]) {
			const result = judgeProbe(answer, { contract, token, baseUrl: contract.defaultBaseUrl });
			expect(result.status).toBe('Error');
			expect(result.message).toContain(`The API Token looks like one of ${other}`);
			expect(result.message).toContain('Change the API Version');
			expect(result.message).not.toContain(token);
		}
	});

	test.each<[string, ProbeAnswer]>([
		['a refusal with HTTP 200', json(200, { success: false })],
		['HTTP 300', json(300, { success: true })],
		['HTTP 199', json(199, { success: true })],
		['null', json(200, null)],
		['words', json(200, 'ok')],
	])('is not proven by %s', (_name, answer) => {
		const { message } = judgeProbe(answer, { ...account(go), token: 'wl_live_0123456789abcdef' });
		expect(message).toContain('The API Token looks like one of WhatsLoop Cloud');
	});

	test('is not said of a token that has no known form, or the right one', () => {
		for (const token of ['something', V1_TOKEN])
			expect(judgeProbe(json(401), { ...account(go), token }).message).not.toContain('looks like');
	});

	test('passes if the API accepts it (the form of tokens is only seen, not documented)', () => {
		expect(judgeProbe(json(200, { success: true }), { ...account(go), token: 'wl_live_0' }).status).toBe('OK');
	});
});

test('400 proves nothing on v1, where the test sends nothing that could be wrong', () => {
	const { status, message } = judgeProbe(json(400), account(go));
	expect(status).toBe('OK');
	expect(message).toMatch(/does not know the path used for testing \(HTTP 400\)/);
});

test('422 proves the token on cloud, where the test sends nothing that could be accepted', () => {
	expect(judgeProbe(json(422, { success: false, message: 'The to field is required.' }), account(cloud))).toEqual({
		status: 'OK',
		message: 'Connected to WhatsLoop Cloud',
	});
});

test('the token is not in the texts that the user reads', () => {
	const { message } = judgeProbe(json(200, { success: false, message: `bad token ${TOKEN}` }), account());
	expect(message).toBe('WhatsLoop refused the API Token: bad token [hidden]');
});

describe('the request of the test', () => {
	const data = { baseUrl: 'https://example.com', apiToken: TOKEN };
	const tested = async (credential: object, answer: unknown = json(200, { success: true })) => {
		const send = jest.fn().mockResolvedValue(answer);
		const result = await testCredential(send as never, { id: '', name: '', type: '', data: credential as never });
		return { send, result };
	};

	test('changes nothing, carries the token, and follows no redirect with it', async () => {
		const { send, result } = await tested(data);
		expect(result).toEqual({ status: 'OK', message: 'Connected to WhatsLoop v1' });
		expect(send.mock.calls).toEqual([
			[
				{
					method: 'GET',
					uri: `https://example.com/${go.probe.path}`,
					headers: { Authorization: `Bearer ${TOKEN}`, Accept: 'application/json' },
					body: undefined,
					json: true,
					timeout: 15_000,
					followRedirect: false,
					followAllRedirects: false,
					simple: false,
					resolveWithFullResponse: true,
				},
			],
		]);
	});

	test.each<[string, object | undefined, RegExp]>([
		['no token', { ...data, apiToken: ' ' }, /^The API Token is empty\. Copy it/],
		['nothing at all', undefined, /^The API Token is empty/],
		['a Base URL that is none', { ...data, baseUrl: 'x' }, /^The Base URL .* is not a web address\. It has to start/],
	])('is not made with %s', async (_name, credential, message) => {
		const { send, result } = await tested(credential as never);
		expect(send).not.toHaveBeenCalled();
		expect(result.status).toBe('Error');
		expect(result.message).toMatch(message);
	});

	test.each<[string, Error, string]>([
		[
			'its code',
			Object.assign(new Error('x'), { code: 'ENOTFOUND' }),
			'Could not reach https://example.com (ENOTFOUND). Check the Base URL and the network of n8n.',
		],
		[
			'no code',
			new Error(`x ${TOKEN}`),
			'Could not reach https://example.com. Check the Base URL and the network of n8n.',
		],
	])('fails with %s', async (_name, error, message) => {
		const send = jest.fn().mockRejectedValue(error);
		const result = await testCredential(send as never, { id: '', name: '', type: '', data });
		expect(result).toEqual({ status: 'Error', message });
	});
});

test('any thrown error is reported as unreachable', async () => {
	await fc.assert(
		fc.asyncProperty(fc.anything(), async (thrown) => {
			const send = jest.fn().mockRejectedValue(thrown);
			const result = await testCredential(send as never, {
				id: '',
				name: '',
				type: '',
				data: { baseUrl: 'https://example.com', apiToken: TOKEN },
			});
			expect(result.status).toBe('Error');
			expect(result.message).toMatch(/^Could not reach https:\/\/example\.com/);
		}),
		{ numRuns: 50 },
	);
});
