import type { IDataObject } from 'n8n-workflow';
import { firstTime } from './normalise/values';

/**
 * Fields with the time of an event: `created` on WhatsLoop Cloud (recorded), the others are guesses in the same style.
 */
const DATE_PATHS = ['created', 'created_at', 'createdAt'];

/**
 * When the newest event of a delivery was made. The time of a message does not count: WhatsApp delivers what was written
 * while the phone was off, and that is days old sometimes.
 *
 * @returns undefined where no event of the delivery is dated
 */
export function createdAtMs(body: IDataObject | IDataObject[]): number | undefined {
	const dates = (Array.isArray(body) ? body : [body])
		.map((event) => firstTime(event, DATE_PATHS))
		.filter((date) => date !== null)
		.map((date) => Date.parse(date));
	return dates.length === 0 ? undefined : dates.reduce((newest, date) => Math.max(newest, date));
}

/**
 * Whether a signed delivery may be somebody's copy of an old one. Its signature never expires, so only its date tells.
 *
 * @returns undefined where it is recent enough or not dated, else the cause for n8n's log
 */
export function ageRefusal(body: IDataObject | IDataObject[], maxAgeMs: number, nowMs: number): string | undefined {
	const createdMs = createdAtMs(body);
	if (createdMs === undefined || nowMs - createdMs <= maxAgeMs) return undefined;
	const hours = Math.floor((nowMs - createdMs) / 3_600_000);
	return `too old (it was made ${hours} hours ago; "Maximum Event Age (Hours)" in the node sets the limit)`;
}
