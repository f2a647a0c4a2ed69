import { AccountShare } from '../../../../nodes/WhatsLoop/transport/rateLimit/accountShare';

const withPlaces = (...places: number[]) => {
	const account = new AccountShare();
	for (const remaining of places) account.accepted(remaining, 20);
	return account;
};

describe('our share of an account', () => {
	test('is the whole account until somebody else takes a place', () => {
		expect(new AccountShare().share()).toBe(1);
		expect(withPlaces(19, 18, 17).share()).toBe(1);
		expect(withPlaces(19, 18, 17).isShared(0)).toBe(false);
	});

	test('is our part of all places taken so far', () => {
		const account = withPlaces(18, 15, 12, 10);
		expect(account.share()).toBeCloseTo(0.4);
		expect(account.isShared(0)).toBe(true);
	});

	test('counts requests under way as ours (their answers may overtake each other)', () => {
		expect(withPlaces(19, 16).share(2)).toBe(1);
	});

	test('is still used in the next window, and replaced after that one (a program that joins or leaves is noticed within a window)', () => {
		const account = withPlaces(18, 16, 14, 12, 10);
		account.startWindow();
		expect(account.share()).toBeCloseTo(0.5);
		for (let remaining = 19; remaining >= 0; remaining--) account.accepted(remaining, 20);
		account.startWindow();
		expect(account.share()).toBe(1);
	});
});

describe('requests under way while places remain', () => {
	test('stay within our share of the places that are left', () => {
		const account = withPlaces(18, 15, 12, 10);
		account.startWindow();
		expect(account.mayTakePlace(10, 3, false)).toBe(true);
		expect(account.mayTakePlace(10, 4, false)).toBe(false);
	});

	test('take up half of our share if a refusal costs more than a place (the others may have taken places since the latest answer)', () => {
		const account = withPlaces(18, 15, 12, 10);
		account.startWindow();
		expect(account.mayTakePlace(10, 1, true)).toBe(true);
		expect(account.mayTakePlace(10, 2, true)).toBe(false);
	});

	test('take up the whole account if nobody else uses it', () => {
		const account = withPlaces(19, 18, 17, 16);
		expect(account.mayTakePlace(10, 9, true)).toBe(true);
		expect(account.mayTakePlace(10, 10, true)).toBe(false);
	});

	test('are always at least one (no place must stay unused)', () => {
		const account = withPlaces(17, 10);
		account.startWindow();
		expect(account.mayTakePlace(1, 0, true)).toBe(true);
		expect(account.mayTakePlace(1, 1, false)).toBe(false);
	});

	test('never exceed the places', () => {
		const account = withPlaces(19, 18, 17, 16);
		expect(account.mayTakePlace(3, 2, false)).toBe(true);
		expect(account.mayTakePlace(3, 3, false)).toBe(false);
	});
});

describe('the slow start of the first window', () => {
	test('allows one request, and then as many under way as were accepted', () => {
		const account = new AccountShare();
		expect([0, 1].map((inFlight) => account.isWithinSlowStart(inFlight))).toEqual([true, false]);
		account.accepted(19, 20);
		expect([0, 1].map((inFlight) => account.isWithinSlowStart(inFlight))).toEqual([true, false]);
		account.accepted(18, 20);
		expect([1, 2].map((inFlight) => account.isWithinSlowStart(inFlight))).toEqual([true, false]);
	});

	test('is over when a window has shown who else is there', () => {
		const account = withPlaces(18, 16);
		account.startWindow();
		expect(account.isWithinSlowStart(8)).toBe(true);
	});
});

test('a new window is noticed by its places, if the account does not tell the end of the old one', () => {
	const account = withPlaces(18, 12, 6, 0);
	account.accepted(19, 20);
	expect(account.isShared(0)).toBe(false);
	// the share of the old window is used until this window has ended
	expect(account.share()).toBeCloseTo(0.2);
});
