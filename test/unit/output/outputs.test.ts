import fc from 'fast-check';
import { cloud } from '../../../nodes/WhatsLoop/contracts/cloud';
import { go } from '../../../nodes/WhatsLoop/contracts/go';
import { listIn } from '../../../nodes/WhatsLoop/output/listIn';
import { simplifyMessage } from '../../../nodes/WhatsLoop/output/simplifyMessage';
import { simplifySend } from '../../../nodes/WhatsLoop/output/simplifySend';
import { isoFromEpoch } from '../../../nodes/WhatsLoop/output/timestamps';
import { withoutErrorKey } from '../../../nodes/WhatsLoop/output/withoutErrorKey';

const NOW = Date.UTC(2026, 10, 15, 14);

describe('a send, simplified', () => {
	const recipient = '966501234567';

	test('on go contains what the API says', () => {
		const data = {
			key: { remoteJid: '966501234567@c.us', fromMe: true, id: 'BAE5' },
			messageTimestamp: '1700000000',
			status: 'PENDING',
		};
		expect(simplifySend(go, { success: true, data }, recipient, NOW)).toEqual({
			messageId: 'BAE5',
			recipient: '966501234567',
			status: 'pending',
			timestamp: '2023-11-14T22:13:20.000Z',
		});
	});

	test.each([[{ data: 'ACFF' }], [{ data: { message_id: 'ACFF' } }]])(
		'on cloud, which names no status and no time: %j',
		(body) => {
			expect(simplifySend(cloud, body, recipient, NOW)).toEqual({
				messageId: 'ACFF',
				recipient: '966501234567',
				status: 'accepted',
				timestamp: '2026-11-15T14:00:00.000Z',
			});
		},
	);

	test.each([go, cloud])(
		'always has the same four fields, whatever the answer, and none called error ($id)',
		(contract) => {
			fc.assert(
				fc.property(fc.oneof(fc.object(), fc.anything()), (body) => {
					const simple = simplifySend(contract, body, recipient, NOW);
					expect(Object.keys(simple)).toEqual(['messageId', 'recipient', 'status', 'timestamp']);
					expect(simple.status).toMatch(/\S/);
					expect(new Date(simple.timestamp as string).toISOString()).toBe(simple.timestamp);
				}),
			);
		},
	);
});

describe('a top-level error', () => {
	test.each([null, false, 'x', undefined, {}])('of %p gets another name', (error) => {
		expect(withoutErrorKey({ a: 1, error } as never)).toEqual({ a: 1, apiError: error });
	});

	test('is the only field that changes', () => {
		const json = { a: { error: 1 }, Error: 2 };
		expect(withoutErrorKey(json)).toBe(json);
	});
});

describe('a moment', () => {
	test.each([
		[1_700_000_000, '2023-11-14T22:13:20.000Z'],
		['1700000000', '2023-11-14T22:13:20.000Z'],
		[1_700_000_000_123, '2023-11-14T22:13:20.123Z'],
	])('%p is %s, in seconds or milliseconds', (value, iso) => {
		expect(isoFromEpoch(value)).toBe(iso);
	});

	test.each([0, -1, '', ' ', 'x', null, undefined, {}, Number.NaN, Infinity, 1e300])('%p is none', (value) => {
		expect(isoFromEpoch(value)).toBeUndefined();
	});
});

describe('the entries of a read', () => {
	const a = { id: 'A' };
	const b = { id: 'B' };

	test.each<[unknown, object[]]>([
		[
			[a, b],
			[a, b],
		],
		[{ success: true, data: [a, b] }, [a, b]],
		[{ success: true, data: { messages: [a, b], total: 2 } }, [a, b]],
		[{ success: true, data: [] }, []],
		[{ success: true, data: { messages: [] } }, []],
		[{ success: true, data: a }, [a]],
		[{ success: true, data: null }, []],
		[null, []],
		['text', []],
	])('of %j', (body, entries) => {
		expect(listIn(body)).toEqual(entries);
	});
});

describe('a stored message, simplified', () => {
	test('from the record of WhatsApp clients', () => {
		const record = {
			key: { id: 'BAE5', remoteJid: '966501234567@s.whatsapp.net', fromMe: false },
			message: { extendedTextMessage: { text: 'Hi' } },
			pushName: 'Omar',
			messageTimestamp: 1_700_000_000,
		};
		expect(simplifyMessage(record)).toEqual({
			messageId: 'BAE5',
			chatId: '966501234567@s.whatsapp.net',
			fromMe: false,
			type: 'text',
			text: 'Hi',
			senderName: 'Omar',
			timestamp: '2023-11-14T22:13:20.000Z',
		});
	});

	test('from the flat one of the provider, where fromMe may be a text', () => {
		const record = {
			id: 'true_9665@c.us_A',
			chatId: '9665@c.us',
			fromMe: 'true',
			type: 'chat',
			body: 'Hi',
			time: 1_700_000_000,
			status: 'read',
		};
		expect(simplifyMessage(record)).toMatchObject({
			messageId: 'true_9665@c.us_A',
			fromMe: true,
			text: 'Hi',
			status: 'read',
		});
	});

	test('of an unknown shape stays as it is (an empty item would lose it)', () => {
		const record = { uuid: 'x', content: { words: 'Hi' } };
		expect(simplifyMessage(record)).toEqual(record);
	});

	test('never throws and is never empty', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.anything(), { minKeys: 1 }), (record) => {
				expect(Object.keys(simplifyMessage(record as never)).length).toBeGreaterThan(0);
			}),
		);
	});
});
