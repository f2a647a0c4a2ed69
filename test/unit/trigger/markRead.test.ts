import type { IHttpRequestOptions, IWebhookFunctions } from 'n8n-workflow';
import { contracts } from '../../../nodes/WhatsLoop/contracts';
import { chatsToMark, markRead, MAX_CHATS_PER_DELIVERY, MAX_PENDING } from '../../../nodes/WhatsLoop/trigger/markRead';
import { toEvent, type EventParts } from '../../../nodes/WhatsLoop/trigger/normalise/triggerEvent';

const CHAT = { chatId: '966501234567@c.us', phone: '966501234567' };

const chatsOf = (...all: Array<Partial<EventParts>>) =>
	chatsToMark(all.map((parts) => toEvent({ event: 'message', ...parts }, {}, 0)));

test('a person is marked by the number, a group by its ID', () => {
	expect(chatsOf(CHAT)).toEqual(['966501234567']);
	expect(chatsOf({ chatId: '1203@g.us', phone: '966501234567', isGroup: true })).toEqual(['1203@g.us']);
});

test('a person whose number is hidden is marked by the chat ID', () => {
	expect(chatsOf({ chatId: '12345@lid' })).toEqual(['12345@lid']);
});

test('own messages, other events and messages without a chat mark nothing', () => {
	expect(chatsOf({ ...CHAT, fromMe: true }, { ...CHAT, event: 'ack' }, {})).toEqual([]);
});

test('each chat is marked once, as it was written first', () => {
	expect(
		chatsOf({ phone: '+966501234567' }, CHAT, { chatId: '966501234567@s.whatsapp.net' }, { phone: '966507654321' }),
	).toEqual(['+966501234567', '966507654321']);
});

describe('marks of several deliveries', () => {
	const [go] = contracts;
	const account = { contract: go, baseUrl: 'https://example.com/api', token: 'marks of several deliveries' };

	/** Deliveries with twenty chats each, whose marks end when the test says so. */
	function deliveries() {
		const warnings: string[] = [];
		const requests: IHttpRequestOptions[] = [];
		let finish!: () => void;
		const finished = new Promise<void>((resolve) => (finish = resolve));
		const context = {
			logger: { warn: (text: string) => warnings.push(text), debug: () => undefined },
			getNode: () => ({ name: 'WhatsLoop Trigger' }),
			helpers: {
				httpRequestWithAuthentication: async (_credential: string, options: IHttpRequestOptions) => {
					requests.push(options);
					await finished;
					return { statusCode: 200, headers: {}, body: { success: true } };
				},
			},
		} as unknown as IWebhookFunctions;
		let chats = 0;
		const deliver = (count: number) => {
			const events = Array.from({ length: count }, () =>
				toEvent({ event: 'message', phone: String(966501000000 + chats++) }, {}, 0),
			);
			return markRead(context, account, events);
		};
		return { deliver, finish, warnings, requests };
	}

	test('are a hundred at most at one time (more would delay the messages of the account)', async () => {
		const { deliver, finish, warnings, requests } = deliveries();
		const all = Array.from({ length: MAX_PENDING / MAX_CHATS_PER_DELIVERY }, () => deliver(MAX_CHATS_PER_DELIVERY));
		expect(warnings).toEqual([]);
		await deliver(3);
		expect(warnings).toEqual([expect.stringContaining('3 of 3 chats were not marked as read')]);
		finish();
		await Promise.all(all);
		expect(requests).toHaveLength(MAX_PENDING);
		await deliver(3);
		expect(warnings).toHaveLength(1);
		expect(requests).toHaveLength(MAX_PENDING + 3);
	});

	test('are twenty at most for one of them', async () => {
		const { deliver, finish, warnings, requests } = deliveries();
		finish();
		await deliver(MAX_CHATS_PER_DELIVERY + 2);
		expect(warnings).toEqual([expect.stringContaining('2 of 22 chats were not marked as read')]);
		expect(requests).toHaveLength(MAX_CHATS_PER_DELIVERY);
	});

	test('that fail are logged, and the next one is still made', async () => {
		const { deliver, finish, warnings, requests } = deliveries();
		finish();
		requests.push = (options) => {
			if (Array.prototype.push.call(requests, options) === 1)
				throw Object.assign(new Error('x'), { code: 'ECONNRESET' });
			return requests.length;
		};
		await deliver(2);
		// a change that may have been made is not made again
		expect(requests).toHaveLength(2);
		expect(warnings).toEqual([expect.stringMatching(/could not mark a chat as read\. The change may or may not/)]);
	});
});
