import type { ICredentialDataDecryptedObject, IDataObject, IHookFunctions, IWebhookFunctions } from 'n8n-workflow';
import { entriesOf, readChats, type Filters } from './filter';
import type { EventName } from './normalise/triggerEvent';
import { textOf } from './normalise/values';
import type { Verification } from './verify';

const BYTES_PER_MB = 1024 * 1024;
const DEFAULT_MAX_BODY_MB = 5;
const MS_PER_HOUR = 3_600_000;
const DEFAULT_MAX_EVENT_AGE_HOURS = 24;

/** What the user set in the node. */
export interface TriggerSettings {
	verification: Verification;
	urlToken: string;
	filters: Filters;
	deduplicate: boolean;
	downloadMedia: boolean;
	markAsRead: boolean;
	includeRaw: boolean;
	maxBodyBytes: number;
	/** Signed events that are older are refused; Infinity lets all of them in. */
	maxEventAgeMs: number;
	/** Whether files of messages may be fetched from this machine and its network. */
	allowLocalAddresses: boolean;
}

const listOf = <T extends string>(value: unknown): Set<T> | undefined => {
	const entries = entriesOf(value);
	return entries.length === 0 ? undefined : new Set(entries as T[]);
};

function maxBodyBytesOf(value: unknown): number {
	const megabytes = Number(value ?? DEFAULT_MAX_BODY_MB);
	return (Number.isFinite(megabytes) && megabytes > 0 ? megabytes : DEFAULT_MAX_BODY_MB) * BYTES_PER_MB;
}

function maxEventAgeMsOf(value: unknown): number {
	const hours = Number(value ?? DEFAULT_MAX_EVENT_AGE_HOURS);
	if (hours === 0) return Number.POSITIVE_INFINITY;
	return (Number.isFinite(hours) && hours > 0 ? hours : DEFAULT_MAX_EVENT_AGE_HOURS) * MS_PER_HOUR;
}

/**
 * Reads the node's parameters.
 *
 * @throws InputError where the list of chats can't be read
 */
export function readSettings(context: IHookFunctions | IWebhookFunctions): TriggerSettings {
	const options = context.getNodeParameter('options', {}) as IDataObject;
	return {
		verification: context.getNodeParameter('verification', 'auto') as Verification,
		urlToken: (textOf(context.getNodeParameter('urlToken', '')) ?? '').trim(),
		filters: {
			events: listOf<EventName>(context.getNodeParameter('events', ['message'])) ?? new Set(),
			ignoreOwn: options.ignoreOwn !== false,
			ignoreGroups: options.ignoreGroups === true,
			chats: readChats(options.chats),
			messageTypes: listOf(options.messageTypes),
			ackStatuses: listOf(options.ackStatuses),
		},
		deduplicate: options.deduplicate !== false,
		downloadMedia: options.downloadMedia === true,
		markAsRead: options.markAsRead === true,
		includeRaw: options.includeRaw !== false,
		maxBodyBytes: maxBodyBytesOf(options.maxBodySize),
		maxEventAgeMs: maxEventAgeMsOf(options.maxEventAge),
		allowLocalAddresses: options.allowLocalAddresses === true,
	};
}

/** The secret that signs the events; empty where the credential has none. White space at its ends comes from copying. */
export const secretOf = (credential: ICredentialDataDecryptedObject): string =>
	(textOf(credential.webhookSecret) ?? '').trim();
