import { isGoodFuzz, isMemoryBounded, type FuzzResult } from '../../../../scripts/fuzz/webhooks';

const good: FuzzResult = {
	requests: 2000,
	connections: 20,
	seed: 1,
	n8nVersion: '2.41.1',
	date: '2026-11-25',
	seconds: 100,
	statuses: { 200: 1800, 400: 200 },
	wrongAnswers: [],
	validEvents: 200,
	lost: [],
	unexpected: [],
	residentMb: { before: 650, highest: 880 },
	heldMb: [186, 190, 178, 177, 177],
};

test('memory is bounded if it does not grow in the second half (what is set up once is there by then)', () => {
	expect(isMemoryBounded({ heldMb: [100, 150, 160, 161, 162] })).toBe(true);
	expect(isMemoryBounded({ heldMb: [100, 110, 120, 130, 140] })).toBe(false);
});

test.each([
	['a wrong answer', { wrongAnswers: ['valid event: 500'] }],
	['a lost event', { lost: ['valid-10'] }],
	['an execution that must not be', { unexpected: ['forged-1'] }],
	['memory that grows', { heldMb: [100, 110, 120, 130, 140] }],
])('a run with %s is not good', (_name, found: Partial<FuzzResult>) => {
	expect(isGoodFuzz(good)).toBe(true);
	expect(isGoodFuzz({ ...good, ...found })).toBe(false);
});
