/** As seconds this would be the year 5138, so a larger number is in milliseconds. */
const LATEST_SECONDS = 100_000_000_000;

/** @returns ISO 8601, or undefined where the value is no positive number of seconds or milliseconds since the epoch */
export function isoFromEpoch(value: unknown): string | undefined {
	const number =
		typeof value === 'number' || (typeof value === 'string' && value.trim() !== '') ? Number(value) : Number.NaN;
	if (!Number.isFinite(number) || number <= 0) return undefined;
	const date = new Date(number > LATEST_SECONDS ? number : number * 1000);
	return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
