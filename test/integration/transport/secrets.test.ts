import type { INodeParameters } from 'n8n-workflow';
import { contracts } from '../../../nodes/WhatsLoop/contracts';
import { Harness, SECRET_TEXT, sendText, TOKEN } from '../support/harness';
import { refused, type Answer } from '../support/scriptedServer';

let harness: Harness;

beforeAll(async () => {
	harness = await Harness.start();
});
beforeEach(() => harness.reset());
afterAll(async () => await harness.close());

const BUILT_IN = new Set<unknown>([Object.prototype, Array.prototype]);

/** Every text that can be reached from a value: its own properties and those of its prototypes, listed or not. */
function textsIn(value: unknown, seen = new Set<unknown>()): string[] {
	if (typeof value === 'string') return [value];
	if (typeof value === 'symbol' || typeof value === 'function') return [];
	if (typeof value !== 'object' || value === null || seen.has(value)) return [];
	seen.add(value);
	const texts: string[] = [];
	for (
		let object: object | null = value;
		object && !BUILT_IN.has(object);
		object = Object.getPrototypeOf(object) as object | null
	) {
		for (const key of Reflect.ownKeys(object)) {
			if (typeof key === 'string') texts.push(key);
			texts.push(...textsIn(Reflect.get(object, key, value), seen));
		}
	}
	return texts;
}

const PHONE = '966501234567';
const [BEFORE_LAST_FOUR] = [PHONE.slice(0, -4)];

/** An error of the provider that repeats everything private. */
const echo = (status: number, said = SECRET_TEXT): Answer =>
	refused(
		status,
		{},
		`Can not send ${JSON.stringify({ phone: PHONE, body: said })} with Bearer ${TOKEN} (${said.slice(0, 20)}…)`,
	);

const FAILURES: Array<[string, Answer]> = [
	['401', echo(401)],
	['403', echo(403)],
	['404', echo(404)],
	['422', echo(422)],
	['429', echo(429)],
	['500', echo(500)],
	['503', { ...echo(503), headers: { 'Retry-After': '1' } }],
	['a long wait', { ...echo(429), headers: { 'Retry-After': '9999' } }],
	[
		'302',
		{
			status: 302,
			headers: { Location: `http://127.0.0.1/?token=${TOKEN}&text=${encodeURIComponent(SECRET_TEXT)}` },
			body: '',
		},
	],
	['a failure with HTTP 200', echo(200)],
	['a web page', { status: 200, body: `<html>${SECRET_TEXT} ${TOKEN} ${PHONE}</html>` }],
	['a connection that breaks', { instead: 'reset' }],
	['silence', { instead: 'silence' }],
];

const parameters = (more: INodeParameters = {}) =>
	sendText({ text: SECRET_TEXT, delivery: { maxRetries: 1, requestTimeout: 1 }, ...more });

describe.each(contracts.map(({ id }) => id))('what is thrown on %s', (apiVersion) => {
	test.each(FAILURES)('contains no token, no text and no number: %s', async (_name, answer) => {
		harness.server.answerWith(answer);
		const { error } = await harness.engine.run({ parameters: parameters(), credential: harness.go({ apiVersion }) });
		expect(error).toBeDefined();
		const everything = [...textsIn(error), JSON.stringify(error), String(error), error?.stack ?? ''].join('\n');
		expect(everything).not.toContain(TOKEN);
		expect(everything).not.toContain(TOKEN.slice(0, 24));
		expect(everything).not.toContain(SECRET_TEXT);
		expect(everything).not.toContain('Zebra');
		expect(everything).not.toContain(BEFORE_LAST_FOUR);
	});
});

test('a failed item contains no token, text or number either, if the user has chosen to continue', async () => {
	harness.server.answerWith(echo(422));
	const { items } = await harness.engine.run({
		parameters: parameters(),
		credential: harness.go(),
		settings: { onError: 'continueRegularOutput' },
	});
	const everything = textsIn(items).join('\n');
	expect(everything).toMatch(/HTTP 422/);
	for (const secret of [TOKEN, 'Zebra', BEFORE_LAST_FOUR]) expect(everything).not.toContain(secret);
});

test('a one-time code that is the whole text is not repeated either', async () => {
	harness.server.answerWith(refused(422, {}, 'The body 483920 is too short'));
	const { error } = await harness.engine.run({ parameters: parameters({ text: '483920' }), credential: harness.go() });
	expect(textsIn(error).join('\n')).not.toContain('483920');
});

test('an error repeats at most the last four digits of a number that a user filled in wrongly', async () => {
	for (const recipient of ['0598761234', '+0598761234', '96659876123456789012', '966598761234x']) {
		const { error } = await harness.engine.run({ parameters: parameters({ recipient }), credential: harness.go() });
		const everything = textsIn(error).join('\n');
		expect(error).toBeDefined();
		for (const secret of [TOKEN, 'Zebra', '598761']) expect(everything).not.toContain(secret);
	}
});

/** n8n replaces a message that contains one of these, even inside a word: "approvePermission" contains EPERM. */
const N8N_ERROR_CODES = [
	'ECONNREFUSED',
	'ECONNRESET',
	'ENOTFOUND',
	'ETIMEDOUT',
	'EPERM',
	'EPIPE',
	'EHOSTUNREACH',
	'EAI_AGAIN',
	'ENOENT',
	'EISDIR',
];

test.each(N8N_ERROR_CODES)('a text of the provider with %s in it reaches the user', async (code) => {
	harness.server.answerWith(refused(422, {}, `The word approv${code}issions is wrong`));
	const { error } = await harness.engine.run({ parameters: parameters(), credential: harness.go() });
	expect(error?.message).toBe(`WhatsLoop refused the request (HTTP 422): The word approv${code}issions is wrong`);
});

test.each(N8N_ERROR_CODES)(
	'a word of the user with %s in it does not change the error about the field',
	async (code) => {
		const id = `approv${code}issions`;
		const button = { type: 'reply', text: 'x', id };
		const { error } = await harness.engine.run({
			parameters: parameters({ operation: 'sendButtons', buttons: { button: [button, button] } }),
			credential: harness.go(),
		});
		expect(error?.message).toBe(`Two buttons have the ID "${id}"`);
	},
);
