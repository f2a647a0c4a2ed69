import { timeline } from '../../../../scripts/pictures/timeline';

const OPTIONS = { stepMs: 100, longestPauseMs: 300, lastMs: 2000, longestMs: 10_000 };
const frame = (atMs: number, name: string) => ({ atMs, picture: Buffer.from(name) });
const seen = (moments: ReturnType<typeof timeline>) =>
	moments.map(({ frames, durationMs }) => [frames.map(({ picture }) => picture.toString()).join('+'), durationMs]);

test('the picture shows each page as it was at that time', () => {
	const left = [frame(0, 'a'), frame(1000, 'b'), frame(1100, 'c')];
	const right = [frame(0, 'x'), frame(1200, 'y')];
	expect(seen(timeline([left, right], OPTIONS))).toEqual([
		['b+x', 100],
		['c+x', 100],
		['c+y', 2000],
	]);
});

test('the picture shortens a long time without a change', () => {
	const left = [frame(0, 'a'), frame(1000, 'b'), frame(9000, 'c')];
	expect(seen(timeline([left], OPTIONS))).toEqual([
		['b', 300],
		['c', 2000],
	]);
});

test('the picture plays a slow recording faster, and keeps the last moment (a busy machine records slowly)', () => {
	const left = [frame(0, 'a'), frame(1000, 'b'), frame(1200, 'c'), frame(1500, 'd')];
	expect(seen(timeline([left], { ...OPTIONS, longestMs: 2250 }))).toEqual([
		['b', 100],
		['c', 150],
		['d', 2000],
	]);
});
