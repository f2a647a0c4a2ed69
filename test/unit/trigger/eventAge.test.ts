import { ageRefusal, createdAtMs } from '../../../nodes/WhatsLoop/trigger/eventAge';

const HOUR_MS = 3_600_000;
const NOW_MS = Date.UTC(2026, 10, 26, 12);
const hoursAgo = (hours: number) => new Date(NOW_MS - hours * HOUR_MS).toISOString();

test.each(['created', 'created_at', 'createdAt'])('an event is dated by its field %s', (field) => {
	expect(createdAtMs({ [field]: hoursAgo(3) })).toBe(NOW_MS - 3 * HOUR_MS);
});

test('of several events the newest counts, wherever it stands', () => {
	const events = [5, 2, 7].map((hours) => ({ created: hoursAgo(hours) }));
	expect(createdAtMs(events)).toBe(NOW_MS - 2 * HOUR_MS);
	expect(createdAtMs([{}, ...events])).toBe(NOW_MS - 2 * HOUR_MS);
});

test('the time of a message does not date its event (a phone may have been off for days)', () => {
	expect(createdAtMs({ messages: { timestamp: hoursAgo(72) } })).toBeUndefined();
	expect(createdAtMs([])).toBeUndefined();
});

test('an event of exactly the longest age is let in, an older one is refused with its age', () => {
	expect(ageRefusal({ created: hoursAgo(24) }, 24 * HOUR_MS, NOW_MS)).toBeUndefined();
	const cause = ageRefusal({ created: hoursAgo(49.5) }, 24 * HOUR_MS, NOW_MS);
	expect(cause).toMatch(/^too old \(it was made 49 hours ago/);
	expect(ageRefusal({}, 24 * HOUR_MS, NOW_MS)).toBeUndefined();
});
