import { secretOf } from '../../../nodes/WhatsLoop/trigger/settings';

test.each([
	['a secret', 'a secret'],
	[' a secret\n', 'a secret'],
	[12345, '12345'],
	[' ', ''],
	['', ''],
	[undefined, ''],
	[{}, ''],
])('the Webhook Secret %j is read as %j (white space comes from copying)', (webhookSecret, secret) => {
	expect(secretOf({ webhookSecret } as never)).toBe(secret);
});
