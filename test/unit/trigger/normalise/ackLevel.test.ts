import { ackOf } from '../../../../nodes/WhatsLoop/trigger/normalise/ackLevel';

test.each([
	[0, 'failed'],
	[1, 'pending'],
	[2, 'sent'],
	[3, 'delivered'],
	[4, 'read'],
	[5, 'played'],
	[6, 'deleted'],
])('the number %i and the word "%s" are the same status', (level, status) => {
	const ack = { status, level };
	for (const value of [level, String(level), ` 0${level} `, status, status.toUpperCase()]) {
		expect(ackOf(value)).toStrictEqual(ack);
	}
});

test.each([
	['ERROR', 'failed'],
	['fail', 'failed'],
	['undelivered', 'failed'],
	['SERVER_ACK', 'sent'],
	['server', 'sent'],
	['success', 'sent'],
	['DELIVERY_ACK', 'delivered'],
	['device', 'delivered'],
	['received', 'delivered'],
	['viewed', 'read'],
	['seen', 'read'],
	['revoked', 'deleted'],
	['Deleted for all', 'deleted'],
])('the word "%s" means "%s"', (word, status) => {
	expect(ackOf(word)?.status).toBe(status);
});

test.each([-1, '-1', -12, '-0'])('the negative number %j means that the message failed', (value) => {
	expect(ackOf(value)).toStrictEqual({ status: 'failed', level: 0 });
});

test.each(['sent2', '2sent', 'sent (2)'])('digits beside a word do not count: %s', (value) => {
	expect(ackOf(value)).toStrictEqual({ status: 'sent', level: 2 });
});

test.each<[unknown]>([
	[7],
	[12],
	[1.5],
	['starred'],
	['constructor'],
	[''],
	[null],
	[undefined],
	[true],
	[['sent']],
	[{ status: 'sent' }],
])('%j is no status', (value) => {
	expect(ackOf(value)).toBeUndefined();
});

test('a text of 64 characters may be a status, a longer one is none', () => {
	expect(ackOf('sent'.padEnd(64, '.'))?.status).toBe('sent');
	expect(ackOf('sent'.padEnd(65, '.'))).toBeUndefined();
});
