import type { INodeParameters } from 'n8n-workflow';
import type { Sandbox } from '../../../sandbox';
import { sandboxCredential } from '../../../scripts/n8n/sandboxCredential';
import { contractThat } from '../../support/contractThat';
import { provideSandbox } from '../../support/provideSandbox';
import { Harness, phone, sendText } from '../support/harness';

let harness: Harness;
let sandbox: Sandbox;
provideSandbox('new', (started) => (sandbox = started));

beforeAll(async () => {
	harness = await Harness.start();
});
beforeEach(async () => {
	harness.reset();
});
afterAll(async () => await harness.close());

const readable = () =>
	sandboxCredential(
		contractThat(({ readsSent }) => readsSent !== undefined),
		sandbox,
	);
const notReadable = () =>
	sandboxCredential(
		contractThat(({ readsSent }) => readsSent === undefined),
		sandbox,
	);

interface Row {
	phone: string;
	text: string;
	[field: string]: string;
}

const rows = (...texts: string[]): Row[] => texts.map((text, index) => ({ phone: `96650100000${index}`, text }));

const rowByRow = (more: INodeParameters = {}) =>
	sendText({ recipient: '={{ $json.phone }}', text: '={{ $json.text }}', ...more });

const run = async (items: Row[], delivery: INodeParameters = {}, settings = {}, credential = readable()) =>
	await harness.engine.run({ parameters: rowByRow({ delivery }), items, credential, settings });

const sentTexts = () => sandbox.messages.map(({ content }) => content.text);
const reads = () => sandbox.requests.filter(({ method }) => method === 'GET');

describe('after a broken connection the node reads the chat', () => {
	test('and a message that is there counts as sent, with its ID', async () => {
		sandbox.addFaults({ kind: 'reset', when: 'after' });
		const { items, error } = await run(rows('one', 'two'));
		expect(error).toBeUndefined();
		expect(sentTexts()).toEqual(['one', 'two']);
		expect(items.map(({ json }) => json)).toEqual([
			{
				messageId: sandbox.messages[0].id,
				recipient: '966501000000',
				status: 'accepted',
				timestamp: expect.stringMatching(/^\d{4}-/) as string,
			},
			expect.objectContaining({ messageId: sandbox.messages[1].id, status: 'success' }),
		]);
	});

	test('and a message that is not there stays uncertain (it may still come)', async () => {
		sandbox.addFaults({ kind: 'reset', when: 'before' });
		const { error } = await run(rows('one', 'two'));
		expect(error?.message).toMatch(/may or may not have been sent/);
		expect(error?.description).toContain('The chat does not show the message (yet).');
		expect(sentTexts()).toEqual([]);
		expect(reads().map(({ endpoint }) => endpoint)).toEqual(['chat/conversation', 'chat/conversation']);
	});

	test('and a message of another item does not count as sent (each message counts once)', async () => {
		const twice: Row[] = [...rows('same'), ...rows('same')];
		sandbox.addFaults({ kind: 'reset', when: 'before', skip: 1 });
		const { error } = await run(twice);
		expect(error?.message).toMatch(/may or may not have been sent/);
		expect(sentTexts()).toEqual(['same']);
	});

	test('and an answer of another person with the same words does not count as sent', async () => {
		sandbox.addFaults({ kind: 'reset', when: 'before' });
		sandbox.receive({ from: '966501000000', text: 'one' });
		const { error } = await run(rows('one'));
		expect(error?.message).toMatch(/may or may not have been sent/);
	});

	test('and nothing changes if reading fails', async () => {
		sandbox.addFaults(
			{ kind: 'reset', when: 'after' },
			{ kind: 'status', status: 500, path: 'chat/conversation', times: 99 },
		);
		const { error } = await run(rows('one'));
		expect(error?.message).toMatch(/may or may not have been sent/);
		expect(error?.description).not.toContain('does not show');
		// a first attempt and one more
		expect(reads()).toHaveLength(2);
	});

	test('of a group among the latest messages of all chats (the request for one chat is known for persons only)', async () => {
		sandbox.addFaults({ kind: 'reset', when: 'after' });
		const group = { recipient: { __rl: true, mode: 'chatId', value: '120363041234567890@g.us' }, text: 'to all' };
		const { items, error } = await harness.engine.run({ parameters: sendText(group), credential: readable() });
		expect(error).toBeUndefined();
		expect(items[0].json).toMatchObject({ messageId: sandbox.messages[0].id, status: 'accepted' });
		expect(reads().map(({ endpoint }) => endpoint)).toEqual(['message/fetch']);
	});

	test('after one second and after three more, but never longer than the longest wait in total', async () => {
		const lookedFor = async (delivery: INodeParameters) => {
			sandbox.addFaults({ kind: 'reset', when: 'before' });
			const startedAtMs = harness.time.elapsedMs;
			await run(rows('one'), delivery);
			return harness.time.elapsedMs - startedAtMs;
		};
		expect(await lookedFor({})).toBeGreaterThanOrEqual(4000);
		expect(await lookedFor({ maxTotalWait: 2 })).toBeLessThan(2000);
		expect(reads()).toHaveLength(4);
	});

	test('but not for a message without words', async () => {
		sandbox.addFaults({ kind: 'reset', when: 'after' });
		const place = { operation: 'sendLocation', latitude: 24.7, longitude: 46.6 };
		const { error } = await harness.engine.run({ parameters: { ...sendText(), ...place }, credential: readable() });
		expect(error?.message).toMatch(/may or may not/);
		expect(reads()).toEqual([]);
	});

	test('but not if the user has switched it off, or the API has no such read', async () => {
		sandbox.addFaults({ kind: 'reset', when: 'after', times: 2 });
		const off = await run(rows('one'), { lookWhenUncertain: false });
		const withoutReads = await run(rows('one'), {}, {}, notReadable());
		expect([off.error?.message, withoutReads.error?.message]).toEqual([
			expect.stringMatching(/may or may not/),
			expect.stringMatching(/may or may not/),
		]);
		expect(reads()).toEqual([]);
	});
});

describe('Skip What Was Sent Within', () => {
	const skipping = { skipSentWithin: 24 };

	test('sends nobody twice and skips nobody', async () => {
		await run(rows('one', 'two'));
		const { items, error } = await run(rows('one', 'two', 'three'), skipping);
		expect(error).toBeUndefined();
		expect(sentTexts()).toEqual(['one', 'two', 'three']);
		expect(items.map(({ json }) => json.status)).toEqual(['alreadySent', 'alreadySent', 'success']);
		expect(items[1].json).toEqual({
			messageId: sandbox.messages[1].id,
			recipient: '966501000001',
			status: 'alreadySent',
			timestamp: expect.stringMatching(/^\d{4}-/) as string,
		});
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		// the node reads what was sent before once, not for each item
		expect(reads()).toHaveLength(1);
	});

	test('sends one message for each of two rows with the same words', async () => {
		await run(rows('same'));
		const { items } = await run([...rows('same'), ...rows('same')], skipping);
		expect(items.map(({ json }) => json.status)).toEqual(['alreadySent', 'success']);
		expect(sentTexts()).toEqual(['same', 'same']);
	});

	test('sends other words, and the same words to another chat', async () => {
		await run(rows('one'));
		await run(
			[
				{ phone: '966501000000', text: 'other' },
				{ phone: '966509999999', text: 'one' },
			],
			skipping,
		);
		expect(sentTexts()).toEqual(['one', 'other', 'one']);
	});

	test.each([
		[999, false],
		[1000, true],
	])('of %i messages that do not go back far enough says so: %p', async (count, isSaid) => {
		for (let index = 0; index < count; index++) sandbox.receive({ from: '966507654321', text: `earlier ${index}` });
		const { hints, error } = await run(rows('one'), skipping);
		expect(error).toBeUndefined();
		const gap = hints.filter(({ message }) => message.includes('could compare the latest'));
		expect(gap.map(({ type, location }) => ({ type, location }))).toEqual(
			isSaid ? [{ type: 'warning', location: 'outputPane' }] : [],
		);
		if (isSaid)
			expect(gap[0].message).toMatch(
				/^"Skip What Was Sent Within \(Hours\)" could compare the latest 1000 messages only, back to \d{4}-.*sent again\.$/,
			);
	});

	const refusal = async (parameters: INodeParameters, credential = readable()) => {
		const { error } = await harness.engine.run({ parameters, credential });
		expect(sandbox.messages).toEqual([]);
		return error;
	};

	test('sends nothing if the message has no words to recognise, and says so', async () => {
		const place = { operation: 'sendLocation', latitude: 24.7, longitude: 46.6, delivery: skipping };
		const error = await refusal({ ...sendText(), ...place });
		expect(error?.message).toBe(
			'"Skip What Was Sent Within (Hours)" can\'t recognise what "Send Location" sends here, because it has no words. Nothing was sent.',
		);
	});

	test('sends nothing if the API has no such read, and says so', async () => {
		const error = await refusal(sendText({ delivery: skipping }), notReadable());
		expect(error?.message).toMatch(/does not work on WhatsLoop Cloud.*Nothing was sent\.$/);
	});

	test('sends nothing if reading fails, and says so', async () => {
		sandbox.addFaults({ kind: 'status', status: 500, path: 'message/fetch', times: 99 });
		const error = await refusal(sendText({ delivery: { ...skipping, maxRetries: 0 } }));
		expect(error?.message).toMatch(/could not read what was sent before.*Nothing was sent\.$/);
	});
});

describe('Retry On Fail', () => {
	const retrying = { retryOnFail: true, maxTries: 2, waitBetweenTries: 0 };

	test('sends all other items, and names the uncertain one in the end', async () => {
		sandbox.addFaults({ kind: 'reset', when: 'before', bodyContains: 'two', times: 99 });
		const { error } = await run(rows('one', 'two', 'three', 'four'), {}, retrying);
		expect(sentTexts()).toEqual(['one', 'three', 'four']);
		expect(error?.message).toMatch(/^Item 2 \(counted from 1\) may or may not have been sent/);
		expect(error?.description).toMatch(/"Retry When Uncertain".*If the messages are there/);
	});

	test('does not repeat a change that may have been made', async () => {
		sandbox.addFaults({ kind: 'reset', when: 'after', path: 'chat/pin', times: 1 });
		const parameters = { resource: 'chat', operation: 'pin', recipient: phone('966501000000') };
		const { error } = await harness.engine.run({ parameters, credential: readable(), settings: retrying });
		expect(error?.message).toMatch(/may or may not have been/);
		expect(sandbox.requests.filter(({ endpoint }) => endpoint === 'chat/pin')).toHaveLength(1);
		expect(reads()).toEqual([]);
	});

	test('looks for an uncertain item again (it may be in the chat by now)', async () => {
		sandbox.addFaults(
			{ kind: 'reset', when: 'after', bodyContains: 'two' },
			{ kind: 'status', status: 500, path: 'chat/conversation' },
		);
		const { items, error } = await run(rows('one', 'two', 'three'), { maxRetries: 0 }, retrying);
		expect(error).toBeUndefined();
		expect(sentTexts()).toEqual(['one', 'two', 'three']);
		expect(items[1].json).toMatchObject({ messageId: sandbox.messages[1].id, status: 'accepted' });
	});
});

test('the pause is kept between any two messages, and a read does not wait for it', async () => {
	const startedAtMs = harness.time.elapsedMs;
	await run(rows('one', 'two', 'three'), { pauseFrom: 5, pauseTo: 9, concurrency: 4 });
	// the random numbers of the harness are 0, so every pause is the shortest one
	expect(harness.time.elapsedMs - startedAtMs).toBeGreaterThanOrEqual(10_000);
	const beforeReadMs = harness.time.elapsedMs;
	await harness.engine.run({
		parameters: { resource: 'chat', operation: 'getAll', delivery: { pauseFrom: 5 } },
		credential: readable(),
	});
	expect(harness.time.elapsedMs - beforeReadMs).toBeLessThan(1000);
	expect(sentTexts()).toEqual(['one', 'two', 'three']);
});

test('a pause whose longest value is below its shortest one is refused', async () => {
	const { error } = await harness.engine.run({
		parameters: sendText({ recipient: phone('966501000000'), delivery: { pauseFrom: 9, pauseTo: 5 } }),
		credential: readable(),
	});
	expect(error?.message).toContain('"Pause To (Seconds)" in Sending & Retries is less than "Pause From (Seconds)"');
});
