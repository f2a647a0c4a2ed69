import fc from 'fast-check';
import { formatDuration, formatUtcTime } from '../../../nodes/WhatsLoop/transport/durations';

test.each([
	[0, '0 s'],
	[1, '1 s'],
	[42_000, '42 s'],
	[59_001, '1 min'],
	[60_000, '1 min'],
	[65_000, '1 min 5 s'],
	[600_000, '10 min'],
	[3_600_000, '1 h'],
	[5_400_000, '1 h 30 min'],
	[7_260_000, '2 h 1 min'],
])('%i ms are written as %s', (ms, words) => {
	expect(formatDuration(ms)).toBe(words);
});

test('a moment is written in UTC, with its date if it is a day or more away', () => {
	const now = Date.UTC(2026, 10, 15, 23, 0);
	expect(formatUtcTime(now + 3_900_000, now)).toBe('00:05 UTC');
	expect(formatUtcTime(now + 86_400_000, now)).toBe('2026-11-16 23:00 UTC');
});

test('a moment that is very far away can also be written', () => {
	fc.assert(
		fc.property(fc.maxSafeNat(), (ms) => {
			expect(formatUtcTime(ms, 0)).toMatch(/\d\d:\d\d UTC$/);
			expect(formatDuration(ms)).toMatch(/^\d+ (s|min|h)/);
		}),
	);
});
