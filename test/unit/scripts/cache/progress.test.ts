import { formatSeconds, progressPrinter } from '../../../../scripts/cache/progress';

describe('progress of a long installation', () => {
	test('prints every new stage at once, and a long one again every half minute (silence looks like a hang)', () => {
		const lines: string[] = [];
		const onProgress = progressPrinter((line) => lines.push(line));

		for (const elapsedSeconds of [0, 1, 2, 31, 32, 61]) onProgress({ stage: 'packages', elapsedSeconds });
		onProgress({ stage: 'compiling', elapsedSeconds: 62 });

		expect(lines).toEqual([
			'  [0 s] packages',
			'  [31 s] packages',
			'  [1 min 01 s] packages',
			'  [1 min 02 s] compiling',
		]);
	});

	test.each([
		[0.4, '0 s'],
		[59.4, '59 s'],
		[59.6, '1 min 00 s'],
		[187, '3 min 07 s'],
	])('shows %d seconds as %s', (seconds, text) => {
		expect(formatSeconds(seconds)).toBe(text);
	});
});
