import { message } from '../../../nodes/WhatsLoop/actions/message';
import { buildRequest } from '../../../nodes/WhatsLoop/contracts/buildRequest';
import { cloud } from '../../../nodes/WhatsLoop/contracts/cloud';
import type { Values } from '../../../nodes/WhatsLoop/contracts/contract';
import { askedOperation } from './askedOperation';
import { GROUP, linkButtons, PHONE, replyButtons, URL } from './sampleValues';

const media = (mediaType: string, more: Values = {}): Values => ({
	recipient: PHONE,
	mediaUrl: URL,
	mediaType,
	...more,
});

const TABLE: Array<[operation: string, values: Values, path: string, body: Record<string, unknown>]> = [
	['sendText', { recipient: PHONE, text: 'Hi' }, 'messages/send-text', { to: PHONE, message: 'Hi' }],
	['sendText', { recipient: GROUP, text: 'Hi' }, 'messages/send-text', { to: GROUP, message: 'Hi' }],
	[
		'sendText',
		{ recipient: PHONE, text: 'Hi', replyToMessageId: 'AC' },
		'messages/send-reply',
		{ to: PHONE, message: 'Hi', quoted_message_id: 'AC' },
	],
	...['document', 'image', 'video', 'audio'].map((type): (typeof TABLE)[number] => [
		'sendMedia',
		media(type, { caption: 'Look' }),
		'messages/send',
		{ to: PHONE, type, media_url: URL, caption: 'Look' },
	]),
	['sendMedia', media('document'), 'messages/send', { to: PHONE, type: 'document', media_url: URL }],
	[
		'sendButtons',
		replyButtons(),
		'messages/send-buttons',
		{ to: PHONE, text: 'Choose', buttons: [{ id: '1', text: 'Yes' }] },
	],
];

describe.each(TABLE)('%s %j', (operation, values, path, body) => {
	const sent = (channelId?: number) => {
		const call = buildRequest(cloud, askedOperation(`message.${operation}`), values, { channelId });
		expect(call).toMatchObject({ method: 'POST', path });
		expect(call.query).toBeUndefined();
		return JSON.parse(JSON.stringify(call.body)) as unknown;
	};

	test(`is POST ${path}`, () => {
		expect(sent()).toEqual(body);
	});

	test('names the channel where the credential does', () => {
		expect(sent(5)).toEqual({ ...body, channel_id: 5 });
	});
});

test('the table has every path of the contract', () => {
	const possible = Object.values(cloud.operations).flatMap((variants) => variants.map(({ path }) => path));
	expect(new Set(TABLE.map(([, , path]) => path))).toEqual(new Set(possible));
});

/** What one of its clients guessed; the live host does not know it. */
test.each(['message/send-text', 'message/send-file'])('%s is never asked for', (path) => {
	for (const variants of Object.values(cloud.operations))
		for (const variant of variants) expect(variant.path).not.toBe(path);
});

const AVAILABLE = ['sendAndWait', 'sendText', 'sendMedia', 'sendButtons'];

test.each(message.operations.filter(({ value }) => !AVAILABLE.includes(value)).map(({ name, value }) => [name, value]))(
	'"%s" is not available and says so before any request',
	(name, value) => {
		expect(() => buildRequest(cloud, askedOperation(`message.${value}`, name), { recipient: PHONE })).toThrow(
			new RegExp(`^"${name}" is not available on WhatsLoop Cloud\\. .*nothing was sent`),
		);
	},
);

describe('a part of an operation that is not available is refused by name', () => {
	test.each<[string, string, Values, RegExp]>([
		[
			'sendMedia',
			'Send Media',
			media('sticker'),
			/^"Send Media" with Media Type "sticker" is not available on WhatsLoop Cloud\. /,
		],
		[
			'sendMedia',
			'Send Media',
			media('voice'),
			/^"Send Media" with Media Type "voice" is not available on WhatsLoop Cloud\. /,
		],
		[
			'sendText',
			'Send Text',
			{ recipient: PHONE, text: 'Hi', disappearAfter: 60 },
			/^"Disappear After \(Seconds\)" in "Send Text" is not available on WhatsLoop Cloud\. /,
		],
		[
			'sendButtons',
			'Send Buttons',
			replyButtons({ footer: 'Shop' }),
			/^"Footer" in "Send Buttons" .*is not available on WhatsLoop Cloud\. /,
		],
		[
			'sendButtons',
			'Send Buttons',
			replyButtons({ headerText: 'Order' }),
			/^"Header Text" in "Send Buttons" .*is not available on WhatsLoop Cloud\. /,
		],
		[
			'sendButtons',
			'Send Buttons',
			linkButtons(),
			/^"Send Buttons" with URL or call buttons is not available on WhatsLoop Cloud\. /,
		],
		[
			'sendButtons',
			'Send Buttons',
			replyButtons({ header: 'image', headerUrl: URL }),
			/^"Send Buttons" with Header "image" is not available on WhatsLoop Cloud\. /,
		],
	])('%s: %s %j', (operation, name, values, message_) => {
		expect(() => buildRequest(cloud, askedOperation(`message.${operation}`, name), values)).toThrow(message_);
	});
});

test('the request of the credential test can not become a message: it names neither a recipient nor words', () => {
	expect(cloud.probe).toMatchObject({ method: 'POST', path: 'messages/send-text', body: {} });
});
