import { readPath } from '../../contracts/readPath';
import { isRecord } from '../../input/records';
import { isoFromEpoch } from '../../output/timestamps';
import { MAX_NAME_CHARACTERS } from './limits';

/** A text or a number as text; null where there is nothing to read. Senders disagree on whether ids are numbers. */
export function textOf(value: unknown): string | null {
	if (Number.isFinite(value)) return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** The first of several places that holds a text. */
export function firstText(record: unknown, paths: string[]): string | null {
	for (const path of paths) {
		const text = textOf(readPath(record, path));
		if (text !== null) return text;
	}
	return null;
}

/** A yes or no that may come as a boolean, a number or the text "true". */
export function flagOf(value: unknown): boolean | undefined {
	if (typeof value === 'boolean') return value;
	const text = textOf(value)?.toLowerCase();
	if (text === 'true' || text === '1') return true;
	return text === 'false' || text === '0' ? false : undefined;
}

/** A moment as seconds, milliseconds, ISO 8601, or the two halves in which WhatsApp clients write long numbers. */
export function timeOf(value: unknown): string | null {
	const number = isRecord(value) && typeof value.low === 'number' ? value.low : value;
	const fromEpoch = isoFromEpoch(number);
	if (fromEpoch !== undefined) return fromEpoch;
	if (typeof number !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(number)) return null;
	const date = new Date(number);
	return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** The first of several places that holds a moment. */
export function firstTime(record: unknown, paths: string[]): string | null {
	for (const path of paths) {
		const time = timeOf(readPath(record, path));
		if (time !== null) return time;
	}
	return null;
}

/** A name in lower case without separators: `message-new`, `MESSAGE_NEW` and `messageNew` are the same name. */
export const bareName = (name: string): string =>
	name.length > MAX_NAME_CHARACTERS ? '' : name.toLowerCase().replace(/[^a-z]/g, '');
