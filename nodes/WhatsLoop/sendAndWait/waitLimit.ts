import type { IDataObject } from 'n8n-workflow';
import { WAIT_INDEFINITELY } from 'n8n-workflow';
import { InputError } from '../input/InputError';

const UNIT_MS: Record<string, number> = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/**
 * When the execution goes on without an answer.
 *
 * @param limit the option Limit Wait Time; undefined to wait for as long as it takes
 * @param nowMs milliseconds since the epoch
 * @throws InputError where it names no moment in the future
 */
export function waitTill(limit: IDataObject | undefined, nowMs: number): Date {
	const values = limit?.values as IDataObject | undefined;
	if (!values || Object.keys(values).length === 0) return WAIT_INDEFINITELY;
	const date =
		values.limitType === 'atSpecifiedTime'
			? new Date(String(values.maxDateAndTime ?? ''))
			: new Date(nowMs + Number(values.resumeAmount ?? 1) * (UNIT_MS[String(values.resumeUnit ?? 'hours')] ?? Number.NaN));
	if (Number.isNaN(date.getTime()) || date.getTime() <= nowMs) {
		throw new InputError('"Limit Wait Time" names no moment in the future. Nothing was sent.', 'Correct it, or remove it to wait without a limit.');
	}
	return date;
}
