import { drawTrip, HEAVY_TAIL, quantileMs } from '../../../../sandbox/faults/roundTrip';
import { seeded } from '../../../../scripts/random';

describe('a latency with a heavy tail', () => {
	test('has the median, the 99th percentile and the ends that it names', () => {
		expect([0, 0.5, 0.99, 1].map((share) => quantileMs(HEAVY_TAIL, share))).toEqual([30, 52, 340, 400]);
	});

	test('is random in both directions, and each direction takes at least half of the shortest round trip', () => {
		const random = seeded(1);
		const trips = Array.from({ length: 2000 }, () => drawTrip(HEAVY_TAIL, random));
		for (const { thereMs, backMs } of trips) {
			expect(Math.min(thereMs, backMs)).toBeGreaterThanOrEqual(15);
			expect(thereMs + backMs).toBeLessThanOrEqual(400);
		}
		const slow = (way: 'thereMs' | 'backMs') => trips.filter((trip) => trip[way] > 100).length;
		expect(slow('thereMs')).toBeGreaterThan(20);
		expect(slow('backMs')).toBeGreaterThan(20);
	});
});
