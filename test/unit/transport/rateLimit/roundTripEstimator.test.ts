import { RoundTripEstimator } from '../../../../nodes/WhatsLoop/transport/rateLimit/roundTripEstimator';

const withTrips = (trips: number[], wasAlone = false) => {
	const estimator = new RoundTripEstimator();
	for (const tripMs of trips) estimator.observe(tripMs, wasAlone);
	return estimator;
};

const repeat = (count: number, ...trips: number[]) => Array.from({ length: count }, () => trips).flat();

describe('the margin after a request that has not been answered', () => {
	test('is small if all trips took the same time', () => {
		expect(withTrips(repeat(10, 50)).marginMs).toBe(4);
		expect(new RoundTripEstimator().marginMs).toBe(4);
	});

	test('grows with how much the trips differ, and shrinks when they no longer do', () => {
		const estimator = withTrips(repeat(20, 40, 60));
		// the mean deviation is about 10 ms, and three of them cover the next trip (RFC 6298)
		expect(estimator.marginMs).toBeGreaterThan(25);
		expect(estimator.marginMs).toBeLessThan(45);
		for (let trip = 0; trip < 60; trip++) estimator.observe(50);
		expect(estimator.marginMs).toBeLessThan(6);
	});

	test('grows by ten milliseconds with each request that came too early, up to a quarter of a second', () => {
		const estimator = withTrips([50]);
		estimator.cameTooEarly();
		expect(estimator.marginMs).toBe(14);
		for (let time = 0; time < 100; time++) estimator.cameTooEarly();
		expect(estimator.marginMs).toBe(250);
	});
});

describe('when an answered request left, at the latest', () => {
	test('is the fastest trip before its answer', () => {
		const estimator = withTrips([70, 50, 90]);
		expect(estimator.latestDepartureMs(1000)).toBe(950);
		expect(estimator.latestDepartureMs(undefined)).toBeUndefined();
	});

	test('no longer counts a fast trip after fifty others (the way may have become longer for good)', () => {
		const estimator = withTrips([20, ...repeat(49, 80)]);
		expect(estimator.latestDepartureMs(1000)).toBe(980);
		estimator.observe(80);
		expect(estimator.latestDepartureMs(1000)).toBe(920);
	});
});

describe('the margin after several answered requests', () => {
	test('covers all that the latest answer may have lost, but not more than a second', () => {
		const estimator = withTrips(repeat(20, 50), true);
		expect(estimator.marginAfterSeveralMs(30)).toBe(32);
		expect(estimator.marginAfterSeveralMs(-5)).toBe(2);
		expect(estimator.marginAfterSeveralMs(5000)).toBe(1002);
	});

	test('is larger while a still faster trip is expected: by half of the spread of the four fastest, at first by two of them', () => {
		const trips = [50, 54, 56, 60, 90, 90, 90, 90];
		expect(withTrips(trips, true).marginAfterSeveralMs(0)).toBe(2 + 5);
		expect(withTrips(trips, false).marginAfterSeveralMs(0)).toBe(2 + 20);
	});

	test('never doubts by more than the fastest trip itself', () => {
		expect(withTrips([30]).marginAfterSeveralMs(0)).toBe(2 + 30);
	});
});

describe('the margin after a request that was alone', () => {
	test('is as good as nothing after the fastest trip', () => {
		expect(withTrips(repeat(30, 50), true).marginAfterMs(50)).toBeLessThan(4);
	});

	test('grows with how much longer than the fastest it took', () => {
		const estimator = withTrips(repeat(15, 50, 80, 110), true);
		expect(estimator.marginAfterMs(110)).toBeGreaterThan(estimator.marginAfterMs(50));
	});

	test('counts only the latest trips if the way slowly becomes longer', () => {
		const drifting = Array.from({ length: 20 }, (_, index) => 40 + 3 * index);
		const jumping = drifting.map((_, index) => drifting[(index * 7) % 20]);
		// 97 ms is the fastest so far in neither, but of the latest ten of the drifting ones it is only the slowest
		expect(withTrips(drifting, true).marginAfterMs(97)).toBeLessThan(withTrips(jumping, true).marginAfterMs(97));
	});
});
