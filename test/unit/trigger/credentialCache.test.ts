import {
	forgetCredential,
	keepCredential,
	KEPT_MS,
	recentCredential,
} from '../../../nodes/WhatsLoop/trigger/credentialCache';

const credential = { webhookSecret: 's' };

test('a credential is kept for two seconds', () => {
	keepCredential('a', credential, 1000);
	expect(recentCredential('a', 1000)).toBe(credential);
	expect(recentCredential('a', 1000 + KEPT_MS - 1)).toBe(credential);
	expect(recentCredential('a', 1000 + KEPT_MS)).toBeUndefined();
	// gone for good, even if the clock were to go back
	expect(recentCredential('a', 1000)).toBeUndefined();
});

test('that of another trigger is another one', () => {
	keepCredential('b', credential, 0);
	expect(recentCredential('c', 0)).toBeUndefined();
});

test('a forgotten one is read anew', () => {
	keepCredential('d', credential, 0);
	expect(forgetCredential('d')).toBe(true);
	expect(recentCredential('d', 0)).toBeUndefined();
});

test('of more than a thousand, the one that was read longest ago is forgotten', () => {
	for (let index = 0; index < 1000; index++) keepCredential(`many ${index}`, credential, 0);
	keepCredential('many 0', credential, 0);
	keepCredential('one more', credential, 0);
	expect(recentCredential('many 0', 0)).toBe(credential);
	expect(recentCredential('many 1', 0)).toBeUndefined();
	expect(recentCredential('many 2', 0)).toBe(credential);
});
