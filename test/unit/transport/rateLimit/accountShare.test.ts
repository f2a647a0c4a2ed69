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

describe('places that our own requests cannot have taken', () => {
	const withAnswer = (ownUnanswered: number) => {
		const account = withPlaces(19);
		account.accepted(16, 20, true, ownUnanswered);
		return account;
	};

	test('show that others are there, however many requests left since (those cannot have been counted)', () => {
		expect(withAnswer(1).ownPlacesLeft(5)).toBe(0);
	});

	test('show nothing if as many of our own have no answer so far', () => {
		expect(withAnswer(2).ownPlacesLeft(5)).toBe(13);
	});

	test('mean nothing in the next window', () => {
		const later = withAnswer(1);
		later.startWindow();
		later.accepted(19, 20);
		// two of the four places of the last window were ours
		expect(later.share()).toBeCloseTo(0.5);
		const alone = withAnswer(1);
		// all answers of this window say that its places are ours, so the next window is ours alone
		alone.startWindow();
		for (const remaining of [19, 18, 17]) alone.accepted(remaining, 20);
		alone.startWindow();
		alone.accepted(19, 20);
		expect(alone.ownPlacesLeft(5)).toBe(14);
	});
});

test('one place more than our own is enough not to count by ourselves (its answer may have been lost)', () => {
	const lost = withPlaces(19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 8);
	expect(lost.share()).toBe(1);
	expect(lost.ownPlacesLeft(0)).toBe(0);
	expect(lost.ownPlacesLeft(1)).toBe(8);
});

describe('our share, if one place of ours leans to the share of a newcomer', () => {
	test('is larger than what one place of many shows (the process may have come late)', () => {
		expect(withPlaces(1).cautiousShare).toBeCloseTo(2 / 22);
	});

	test('is what several places show', () => {
		expect(withPlaces(4, 1).cautiousShare).toBeCloseTo(2 / 19);
	});

	test('is what the last window showed, once there was one', () => {
		const account = withPlaces(18, 16, 14, 12, 10);
		account.startWindow();
		account.accepted(1, 20);
		expect(account.cautiousShare).toBeCloseTo(0.5);
	});

	test('is that of a newcomer without a place of ours', () => {
		const account = new AccountShare();
		expect(account.cautiousShare).toBe(1);
		account.refused();
		expect(account.cautiousShare).toBeCloseTo(1 / 3);
	});
});

describe('a process that was refused although nothing told that it would be', () => {
	const refused = (...places: number[]) => {
		const account = withPlaces(...places);
		account.refused();
		return account;
	};

	test('knows that the account is shared, and takes a third as its share until it sees more', () => {
		expect(refused().isShared(0)).toBe(true);
		expect(refused().share()).toBeCloseTo(1 / 3);
		expect(new AccountShare().isShared(0)).toBe(false);
	});

	test('takes a third in the next window as well, if it got no place in this one', () => {
		const account = refused();
		account.startWindow();
		expect(account.share()).toBeCloseTo(1 / 3);
		expect(account.isShared(0)).toBe(false);
	});

	test('counts the places by itself no more', () => {
		expect(withPlaces(19, 18).ownPlacesLeft(0)).toBe(18);
		expect(refused(19, 18).ownPlacesLeft(0)).toBe(0);
		expect(new AccountShare().ownPlacesLeft(0)).toBe(0);
	});
});

describe('a place that somebody else takes now and then', () => {
	test.each([
		[10, 1],
		[9, 0.9],
		[8, 0.8],
	])('leaves %i of ten places ours: a share of %d', (ours, share) => {
		const account = new AccountShare();
		for (let place = 1; place < ours; place++) account.accepted(20 - place, 20);
		account.accepted(10, 20);
		expect(account.share()).toBeCloseTo(share);
	});
});

describe('an account that does not tell the end of its window', () => {
	test.each([
		[10, false],
		[11, true],
	])('shows by %i more places than half of its limit that a new one has begun: %p', (more, isNew) => {
		const account = withPlaces(10, 4);
		account.accepted(4 + more, 20);
		// in a new window our only place is one of those taken; in the old one it is our third
		expect(account.share()).toBeCloseTo(isNew ? 2 / 16 : 3 / 16);
	});

	test('does not show it by an answer that was overtaken', () => {
		const account = withPlaces(10, 4);
		account.accepted(19, 20, false);
		expect(account.share()).toBeCloseTo(3 / 16);
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
