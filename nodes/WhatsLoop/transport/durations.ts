/** A length of time as people say it: `42 s`, `10 min`, `1 min 5 s`, `2 h`. */
export function formatDuration(ms: number): string {
	const seconds = Math.ceil(ms / 1000);
	if (seconds < 60) return `${seconds} s`;
	const minutes = Math.floor(seconds / 60);
	if (minutes < 60) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
	const hours = Math.floor(minutes / 60);
	return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** A moment as people say it: `14:05 UTC`, with its date where that is a day or more away. Never throws on a far date. */
export function formatUtcTime(epochMs: number, nowMs = epochMs): string {
	const LAST_DATE_MS = 8_640_000_000_000_000; // ECMA-262: beyond this there is no Date
	const iso = new Date(Math.min(epochMs, LAST_DATE_MS)).toISOString();
	const time = `${iso.slice(-13, -8)} UTC`;
	return epochMs - nowMs < 86_400_000 ? time : `${iso.slice(0, -14)} ${time}`;
}
