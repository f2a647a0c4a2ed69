import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InputError } from '../input/InputError';
import type { ParameterReader } from '../input/ParameterReader';
import { DEFAULT_SETTINGS } from '../transport/request';
import type { RequestSettings } from '../transport/requestTypes';

interface NumberSetting {
	name: string;
	label: string;
	description: string;
	/** Undefined for what concerns the whole run and no single request. */
	setting?: Exclude<keyof RequestSettings, 'retryUncertain'>;
	standard: number;
	min: number;
	/** Limits against typing errors: one day of waiting, one hundred retries. */
	max: number;
}

/** Four at once keep a connection with a delay of 0.2 seconds busy, and are too few to be a burst. */
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

const PAUSE_FROM: NumberSetting = {
	name: 'pauseFrom',
	label: 'Pause From (Seconds)',
	description:
		'Shortest pause between two sends of the account, on top of the rate limit. Each pause is a random time from this to Pause To.',
	standard: 0,
	min: 0,
	max: 3600,
};

const PAUSE_TO: NumberSetting = {
	name: 'pauseTo',
	label: 'Pause To (Seconds)',
	description: 'Longest pause between two sends of the account. Left at 0, every pause is as long as Pause From.',
	standard: 0,
	min: 0,
	max: 3600,
};

const SKIP_SENT_WITHIN: NumberSetting = {
	name: 'skipSentWithin',
	label: 'Skip What Was Sent Within (Hours)',
	description:
		"Reads the account's latest messages first (10,000 at most). A message whose words went to its chat within this time is not sent again. 0 turns it off. Words that change with each run, such as the time, can't be recognised.",
	standard: 0,
	min: 0,
	max: 8760,
};

const lookWhenUncertain: INodeProperties = {
	displayName: 'Look When Uncertain',
	name: 'lookWhenUncertain',
	type: 'boolean',
	default: true,
	description:
		'Whether to look into the chat when nobody can know if a message went out, such as after a timeout. A message that is there counts as sent.',
};

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
	// in the order of the alphabet, as n8n wants it
	options: [
		...NUMBER_SETTINGS.map(numberField),
		numberField(PAUSE_FROM),
		numberField(PAUSE_TO),
		retryUncertain,
		numberField(SKIP_SENT_WITHIN),
		lookWhenUncertain,
	].sort((a, b) => a.displayName.localeCompare(b.displayName)),
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

/** The settings of one item. */
export interface Delivery extends RequestSettings {
	lookWhenUncertain: boolean;
	/** 0 sends everything. */
	skipSentWithinHours: number;
	pauseFromSeconds: number;
	/** Never less than `pauseFromSeconds`. */
	pauseToSeconds: number;
}

function readPause(given: IDataObject): Pick<Delivery, 'pauseFromSeconds' | 'pauseToSeconds'> {
	const from = readNumber(given, PAUSE_FROM);
	const to = readNumber(given, PAUSE_TO);
	if (to > 0 && to < from) {
		throw new InputError(
			`"${PAUSE_TO.label}" in Sending & Retries is less than "${PAUSE_FROM.label}"`,
			'Correct one of them.',
		);
	}
	return { pauseFromSeconds: from, pauseToSeconds: Math.max(from, to) };
}

/**
 * The settings of one item, defaults filled in.
 *
 * @throws InputError where a number is out of its range
 */
export function readDelivery(read: ParameterReader): Delivery {
	const given = read.collection(delivery);
	const settings: Delivery = {
		...DEFAULT_SETTINGS,
		...readPause(given),
		lookWhenUncertain: given.lookWhenUncertain !== false,
		skipSentWithinHours: readNumber(given, SKIP_SENT_WITHIN),
	};
	for (const number of NUMBER_SETTINGS) {
		if (number.setting) settings[number.setting] = readNumber(given, number);
	}
	if (given.retryUncertain !== undefined) settings.retryUncertain = given.retryUncertain === true;
	return settings;
}

/** Label of the setting, for errors. */
export const skipSentLabel = SKIP_SENT_WITHIN.label;

/** @throws InputError where the number is out of its range */
export const readConcurrency = (read: ParameterReader): number =>
	Math.floor(readNumber(read.collection(delivery), CONCURRENCY));
