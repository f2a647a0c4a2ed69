import type { Frame } from './recording';

/** One picture of the moving picture: a frame of each page, and how long it stays. */
export interface Moment {
	frames: Frame[];
	durationMs: number;
}

export interface TimelineOptions {
	stepMs: number;
	/** A longer time without any change is shortened to this. */
	longestPauseMs: number;
	/** How long the last picture stays. */
	lastMs: number;
	/** A recording that is longer, as on a busy machine, is played faster. */
	longestMs: number;
}

const lengthOf = (moments: readonly Moment[]): number => moments.reduce((sum, { durationMs }) => sum + durationMs, 0);

/** Plays everything before the last moment so much faster that the whole is as long as it may be. */
function shortened(moments: Moment[], lastMs: number, longestMs: number): Moment[] {
	const factor = Math.min(1, (longestMs - lastMs) / Math.max(1, lengthOf(moments) - lastMs));
	return moments.map((moment, index) => ({
		...moment,
		durationMs: index === moments.length - 1 ? lastMs : Math.round(moment.durationMs * factor),
	}));
}

const latestAt = (frames: readonly Frame[], atMs: number): Frame =>
	frames.filter((frame) => frame.atMs <= atMs).at(-1) ?? frames[0];

/** Lays the recordings of several pages over one clock, in even steps; steps without a change become one longer moment. */
export function timeline(recordings: ReadonlyArray<readonly Frame[]>, options: TimelineOptions): Moment[] {
	const { stepMs, longestPauseMs, lastMs, longestMs } = options;
	// The first frame of each page is from before the recording.
	const times = recordings.flatMap((frames) => frames.slice(1).map(({ atMs }) => atMs));
	const [startMs, endMs] = [Math.min(...times), Math.max(...times)];
	const moments: Moment[] = [];
	for (let atMs = startMs; atMs < endMs + stepMs; atMs += stepMs) {
		const frames = recordings.map((recording) => latestAt(recording, atMs));
		const last = moments.at(-1);
		if (last && frames.every((frame, index) => frame === last.frames[index])) {
			last.durationMs = Math.min(last.durationMs + stepMs, longestPauseMs);
		} else moments.push({ frames, durationMs: stepMs });
	}
	const last = moments.at(-1);
	if (last) last.durationMs = lastMs;
	return shortened(moments, lastMs, longestMs);
}
