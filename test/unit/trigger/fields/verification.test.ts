import { readUrlToken, readVerification } from '../../../../nodes/WhatsLoop/trigger/fields/verification';
import type { TriggerContext } from '../../../../nodes/WhatsLoop/trigger/fields/triggerContext';

const context = (values: Record<string, unknown>) =>
	({
		getNodeParameter: (name: string, fallback: unknown) => values[name] ?? fallback,
	}) as unknown as TriggerContext;

test('the verification is the one that was chosen, automatic where none was', () => {
	expect(readVerification(context({ verification: 'token' }))).toBe('token');
	expect(readVerification(context({}))).toBe('auto');
});

test.each([
	['letmein', 'letmein'],
	[' letmein\n', 'letmein'],
	[12345, '12345'],
	['', ''],
	[' ', ''],
	[undefined, ''],
])('the URL token %j is read as %j (white space comes from copying)', (given, token) => {
	expect(readUrlToken(context({ urlToken: given }))).toBe(token);
});
