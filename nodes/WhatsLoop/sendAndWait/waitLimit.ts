import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { WAIT_INDEFINITELY } from 'n8n-workflow';
import { options } from '../fields/options';
import { InputError } from '../input/InputError';
import { plainText } from '../input/plainText';

/** Names and values are those of n8n's own nodes that wait. */
export const limitWaitTime: INodeProperties = {
	displayName: 'Limit Wait Time',
	name: 'limitWaitTime',
	type: 'fixedCollection',
	default: { values: { limitType: 'afterTimeInterval', resumeAmount: 45, resumeUnit: 'minutes' } },
	description: 'When to go on without an answer. The output is then the input item.',
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Limit Type',
					name: 'limitType',
					type: 'options',
					options: [
						{ name: 'After Time Interval', value: 'afterTimeInterval' },
						{ name: 'At Specified Time', value: 'atSpecifiedTime' },
					],
					default: 'afterTimeInterval',
				},
				{
					displayName: 'Amount',
					name: 'resumeAmount',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: 1,
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
				},
				{
					displayName: 'Unit',
					name: 'resumeUnit',
					type: 'options',
					options: [
						{ name: 'Days', value: 'days' },
						{ name: 'Hours', value: 'hours' },
						{ name: 'Minutes', value: 'minutes' },
					],
					default: 'hours',
					displayOptions: { show: { limitType: ['afterTimeInterval'] } },
				},
				{
					displayName: 'Max Date and Time',
					name: 'maxDateAndTime',
					type: 'dateTime',
					default: '',
					displayOptions: { show: { limitType: ['atSpecifiedTime'] } },
				},
			],
		},
	],
};

const UNIT_MS: Record<string, number> = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 };

/** The option Limit Wait Time, as the panel stores it; undefined where the user did not add it. */
export const readWaitLimit = (context: IExecuteFunctions, itemIndex: number): IDataObject | undefined =>
	(context.getNodeParameter(options.name, itemIndex, {}) as IDataObject)[limitWaitTime.name] as IDataObject | undefined;

/**
 * When the execution goes on without an answer.
 *
 * @param limit the option Limit Wait Time; undefined to wait for as long as it takes
 * @param nowMs milliseconds since the epoch
 * @returns an invalid date where the limit makes no sense
 */
export function waitTill(limit: IDataObject | undefined, nowMs: number): Date {
	const values = limit?.values as IDataObject | undefined;
	if (!values || Object.keys(values).length === 0) return WAIT_INDEFINITELY;
	if (values.limitType === 'atSpecifiedTime') return new Date(plainText(values.maxDateAndTime));
	return new Date(
		nowMs + Number(values.resumeAmount ?? 1) * (UNIT_MS[plainText(values.resumeUnit ?? 'hours')] ?? Number.NaN),
	);
}

/**
 * To be called before the message goes out.
 *
 * @throws InputError where the limit names no moment in the future
 */
export function checkWaitLimit(limit: IDataObject | undefined, nowMs: number): void {
	const date = waitTill(limit, nowMs);
	if (!(date.getTime() > nowMs)) {
		throw new InputError(
			`"${limitWaitTime.displayName}" names no moment in the future. Nothing was sent.`,
			'Correct it, or remove it to wait without a limit.',
		);
	}
}
