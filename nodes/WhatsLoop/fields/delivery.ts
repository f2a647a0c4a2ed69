import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InputError } from '../input/InputError';
import type { ParameterReader } from '../input/ParameterReader';
import { DEFAULT_SETTINGS, type RequestSettings } from '../transport/request';

interface NumberSetting {
	name: string;
	label: string;
	description: string;
	/** Undefined for what concerns the whole run and no single request. */
	setting?: Exclude<keyof RequestSettings, 'retryUncertain'>;
	standard: number;
	min: number;
	/** Ceilings against slips of the keyboard: a day of waiting, a hundred retries. */
	max: number;
}

/** Four at once keep a connection with a fifth of a second of delay busy, and are no burst worth the name. */
const CONCURRENCY: NumberSetting = {
	name: 'concurrency',
	label: 'Concurrency',
	description:
		'How many messages to different chats may be under way at once. Messages to one chat always keep their order.',
	standard: 4,
	min: 1,
	max: 50,
};

const NUMBER_SETTINGS: NumberSetting[] = [
	CONCURRENCY,
	{
		name: 'maxRetryAfter',
		label: 'Longest Wait (Seconds)',
		description: 'If WhatsLoop asks to wait longer than this, give up at once and say until when',
		setting: 'maxRetryAfterSeconds',
		standard: DEFAULT_SETTINGS.maxRetryAfterSeconds,
		min: 0,
		max: 86_400,
	},
	{
		name: 'maxTotalWait',
		label: 'Longest Wait in Total (Seconds)',
		description: 'All waits for one item together',
		setting: 'maxTotalWaitSeconds',
		standard: DEFAULT_SETTINGS.maxTotalWaitSeconds,
		min: 0,
		max: 86_400,
	},
	{
		name: 'maxRetries',
		label: 'Max Retries',
		description: 'How often to try again when WhatsLoop certainly did not act on a request; 0 turns it off',
		setting: 'maxRetries',
		standard: DEFAULT_SETTINGS.maxRetries,
		min: 0,
		max: 100,
	},
	{
		name: 'requestTimeout',
		label: 'Request Timeout (Seconds)',
		description: 'How long to wait for one answer',
		setting: 'requestTimeoutSeconds',
		standard: DEFAULT_SETTINGS.requestTimeoutSeconds,
		min: 1,
		max: 3600,
	},
];

function numberField({ name, label, description, standard, min }: NumberSetting): INodeProperties {
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

/** @throws InputError where the number is out of its range */
function readNumber(given: IDataObject, { name, label, standard, min, max }: NumberSetting): number {
	const value = given[name];
	if (value === undefined || value === null || value === '') return standard;
	const number = Number(value);
	if (!Number.isFinite(number) || number < min || number > max) {
		throw new InputError(`"${label}" in Sending & Retries is not a number from ${min} to ${max}`);
	}
	return number;
}

/**
 * The settings of one item, defaults filled in.
 *
 * @throws InputError where a number is out of its range
 */
export function readDelivery(read: ParameterReader): RequestSettings {
	const given = read.collection(delivery);
	const settings: RequestSettings = { ...DEFAULT_SETTINGS };
	for (const number of NUMBER_SETTINGS) {
		if (number.setting) settings[number.setting] = readNumber(given, number);
	}
	if (given.retryUncertain !== undefined) settings.retryUncertain = given.retryUncertain === true;
	return settings;
}

/** @throws InputError where the number is out of its range */
export const readConcurrency = (read: ParameterReader): number =>
	Math.floor(readNumber(read.collection(delivery), CONCURRENCY));
