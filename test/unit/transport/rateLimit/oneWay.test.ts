import { OneWay } from '../../../../nodes/WhatsLoop/transport/rateLimit/oneWay';

/** Two routes, of which one takes 60 ms longer. Each direction takes one of them at random. */
const TWO_ROUTES = [...Array<number>(50).fill(0), ...Array<number>(40).fill(60), ...Array<number>(10).fill(120)];

describe('the margin that costs least', () => {
	test('is zero after the fastest trip (neither way can have been long)', () => {
		expect(new OneWay(TWO_ROUTES).cheapestMarginMs(0, 1000)).toBe(0);
	});

	test('grows with the cost of a refusal: zero, then one long way, then all that the trip took longer', () => {
		const oneWay = new OneWay(TWO_ROUTES);
		const marginsMs = [50, 200, 1000].map((costMs) => oneWay.cheapestMarginMs(120, costMs));
		expect(marginsMs[0]).toBeLessThan(10);
		expect(Math.abs(marginsMs[1] - 60)).toBeLessThan(10);
		expect(Math.abs(marginsMs[2] - 120)).toBeLessThan(10);
	});

	test('is smaller if a refusal costs less', () => {
		const oneWay = new OneWay([0, 5, 10, 20, 30, 40, 60, 80]);
		expect(oneWay.cheapestMarginMs(40, 10)).toBeLessThan(oneWay.cheapestMarginMs(40, 1000));
	});

	test('never exceeds what the trip took longer than the fastest, even for a trip longer than any before', () => {
		const oneWay = new OneWay([0, 10, 20]);
		for (const excessMs of [0, 10, 20, 500])
			expect(oneWay.cheapestMarginMs(excessMs, 1e9)).toBeLessThanOrEqual(excessMs);
	});
});
