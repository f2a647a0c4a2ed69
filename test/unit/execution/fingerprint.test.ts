import type { PreparedItem } from '../../../nodes/WhatsLoop/actions/operation';
import { fingerprintOf } from '../../../nodes/WhatsLoop/execution/fingerprint';
import type { Run } from '../../../nodes/WhatsLoop/execution/run';
import { readerOf } from '../input/parameters';

const account = (more: object = {}) => ({
	contract: { id: 'go' },
	baseUrl: 'https://go-wloop.net/api/v1',
	token: 'a-token',
	...more,
});

const prepared = (values: object) => ({ values }) as unknown as PreparedItem;

const change = (values: object, more: object = {}) =>
	fingerprintOf(
		{ account: account(), resource: 'chat', operation: { kind: 'change', value: 'pin' }, ...more } as unknown as Run,
		readerOf({}),
		prepared(values),
	);

describe('what is known of a change in another try', () => {
	test('is the same for the same chat, however it is written, and for the same group', () => {
		expect(change({ recipient: '966501234567' })).toBe(change({ recipient: '966501234567@c.us' }));
		expect(change({ group: '1203@g.us' })).toBe(change({ group: '1203@g.us' }));
		expect(change({ recipient: '966501234567' })).toMatch(/^[\w+/]{43}=$/);
	});

	test('is another one for another chat, group, account, API, channel, resource or operation', () => {
		const recipient = '966501234567';
		const all = [
			change({ recipient }),
			change({ recipient: '966507654321' }),
			change({ group: '1203@g.us' }),
			change({ group: '1204@g.us' }),
			change({}),
			change({ recipient }, { account: account({ token: 'another-token' }) }),
			change({ recipient }, { account: account({ contract: { id: 'cloud' } }) }),
			change({ recipient }, { account: account({ channelId: 5 }) }),
			change({ recipient }, { resource: 'contact' }),
			change({ recipient }, { operation: { kind: 'change', value: 'unpin' } }),
		];
		expect(new Set(all).size).toBe(all.length);
	});

	test('is prepared by the operation itself if nobody has', () => {
		const operation = { kind: 'change', value: 'pin', prepare: () => prepared({ recipient: '966501234567' }) };
		const run = { account: account(), resource: 'chat', operation } as unknown as Run;
		expect(fingerprintOf(run, readerOf({}))).toBe(change({ recipient: '966501234567' }));
	});
});

test('what is known of a message is the chat that the panel names, and not what it says', () => {
	const run = {
		account: account(),
		resource: 'message',
		operation: { kind: 'send', value: 'sendText' },
	} as unknown as Run;
	const to = (value: string) => fingerprintOf(run, readerOf({ recipient: { mode: 'phone', value }, text: value }));
	expect(to('+966 50 123 4567')).toBe(to('966501234567'));
	expect(to('966501234567')).not.toBe(to('966507654321'));
});
