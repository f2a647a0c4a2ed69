import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InputError } from '../input/InputError';
import { DEFAULT_SETTINGS, type RequestSettings } from '../transport/request';

interface NumberSetting {
	name: string;
	label: string;
	description: string;
	setting: Exclude<keyof RequestSettings, 'retryUncertain'>;
	min: number;
	/** Ceilings against slips of the keyboard: a day of waiting, a hundred retries. */
	max: number;
}

const NUMBER_SETTINGS: NumberSetting[] = [
	{
		name: 'maxRetryAfter',
		label: 'Longest Wait (Seconds)',
		description: 'If WhatsLoop asks to wait longer than this, give up at once and say until when',
		setting: 'maxRetryAfterSeconds',
		min: 0,
		max: 86_400,
	},
	{
		name: 'maxTotalWait',
		label: 'Longest Wait in Total (Seconds)',
		description: 'All waits for one item together',
		setting: 'maxTotalWaitSeconds',
		min: 0,
		max: 86_400,
	},
	{
		name: 'maxRetries',
		label: 'Max Retries',
		description: 'How often to try again when WhatsLoop certainly did not act on a request; 0 turns it off',
		setting: 'maxRetries',
		min: 0,
		max: 100,
	},
	{
		name: 'requestTimeout',
		label: 'Request Timeout (Seconds)',
		description: 'How long to wait for one answer',
		setting: 'requestTimeoutSeconds',
		min: 1,
		max: 3600,
	},
];

function numberField({ name, label, description, setting, min }: NumberSetting): INodeProperties {
	const { [setting]: standard } = DEFAULT_SETTINGS;
	return { displayName: label, name, type: 'number', typeOptions: { minValue: min }, default: standard, description };
}

const retryUncertain: INodeProperties = {
	displayName: 'Retry When Uncertain',
	name: 'retryUncertain',
	type: 'boolean',
	default: false,
	description:
		'Whether to try again when nobody can know if a message went out, such as after a timeout. The recipient may then get it twice.',
};

/** How requests are sent and repeated. */
export const delivery: INodeProperties = {
	displayName: 'Sending & Retries',
	name: 'delivery',
	type: 'collection',
	placeholder: 'Add setting',
	default: {},
	options: [...NUMBER_SETTINGS.map(numberField), retryUncertain],
};

/**
 * The settings of one item, defaults filled in.
 *
 * @throws InputError where a number is out of its range
 */
export function readDelivery(given: IDataObject): RequestSettings {
	const settings: RequestSettings = { ...DEFAULT_SETTINGS };
	for (const { name, label, setting, min, max } of NUMBER_SETTINGS) {
		if (given[name] === undefined || given[name] === null || given[name] === '') continue;
		const number = Number(given[name]);
		if (!Number.isFinite(number) || number < min || number > max) {
			throw new InputError(`"${label}" in Sending & Retries is not a number from ${min} to ${max}`);
		}
		settings[setting] = number;
	}
	if (given.retryUncertain !== undefined) settings.retryUncertain = given.retryUncertain === true;
	return settings;
}
