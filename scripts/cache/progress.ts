/** Told while something takes its time: what is being done, since when. */
export interface Progress {
	stage: string;
	elapsedSeconds: number;
}

export type OnProgress = (progress: Progress) => void;

const REPORT_EVERY_SECONDS = 30;

/** Minutes and seconds as people read them: `42 s`, `3 min 07 s`. */
export function formatSeconds(seconds: number): string {
	const whole = Math.round(seconds);
	if (whole < 60) return `${whole} s`;
	return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
}

/** Prints each new stage, and a line every half minute within a long one, so that a long wait does not look like a hang. */
export function progressPrinter(print: (line: string) => void = console.log): OnProgress {
	let lastStage = '';
	let lastReportSeconds = 0;
	return ({ stage, elapsedSeconds }) => {
		if (stage === lastStage && elapsedSeconds - lastReportSeconds < REPORT_EVERY_SECONDS) return;
		lastStage = stage;
		lastReportSeconds = elapsedSeconds;
		print(`  [${formatSeconds(elapsedSeconds)}] ${stage}`);
	};
}
