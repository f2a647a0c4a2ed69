import { likeliestLengthMs } from '../../../../nodes/WhatsLoop/transport/rateLimit/windowLength';

describe('the length of a window, if two or three are possible', () => {
	test.each([
		['the documented minute', 58_900, 61_700, 60_000],
		['whole tens of seconds', 18_600, 21_400, 20_000],
		['whole fives of seconds', 13_800, 16_300, 15_000],
		['a round length that is the shortest possible one', 20_000, 21_400, 20_000],
		['the longest possible whole second, where no round number fits', 6100, 8900, 8000],
	])('counts as %s', (_what, shortestMs, longestMs, expectedMs) => {
		expect(likeliestLengthMs(shortestMs, longestMs)).toBe(expectedMs);
	});
});

test('a window is never thought to have no length (the shortest one possible may be negative, because both clocks are known to the second)', () => {
	expect(likeliestLengthMs(-1000, 4500)).toBe(4000);
});
