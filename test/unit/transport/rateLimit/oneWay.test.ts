import { OneWay } from '../../../../nodes/WhatsLoop/transport/rateLimit/oneWay';

/** Two routes, of which one takes 60 ms longer; both ways take either. */
const TWO_ROUTES = [...Array<number>(50).fill(0), ...Array<number>(40).fill(60), ...Array<number>(10).fill(120)];

describe('the margin that costs least', () => {
	test('is nothing after the fastest trip (neither way can have been long)', () => {
		expect(new OneWay(TWO_ROUTES).cheapestMarginMs(0, 1000)).toBe(0);
	});

	test('covers one long way after a trip with two of them, if a refusal is not too dear (only the way there counts)', () => {
		const marginMs = new OneWay(TWO_ROUTES).cheapestMarginMs(120, 300);
		expect(marginMs).toBeGreaterThanOrEqual(56);
		expect(marginMs).toBeLessThanOrEqual(76);
	});

	test('is smaller where a refusal costs less', () => {
		const oneWay = new OneWay([0, 5, 10, 20, 30, 40, 60, 80]);
		expect(oneWay.cheapestMarginMs(40, 10)).toBeLessThan(oneWay.cheapestMarginMs(40, 1000));
	});

	test('never exceeds what the trip took longer than the fastest, even for a trip longer than any before', () => {
		const oneWay = new OneWay([0, 10, 20]);
		for (const excessMs of [0, 10, 20, 500])
			expect(oneWay.cheapestMarginMs(excessMs, 1e9)).toBeLessThanOrEqual(excessMs);
	});
});
