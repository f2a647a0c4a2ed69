import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { notAvailableOn } from '../../contracts/availability';
import { chats, readChats } from './chats';
import { entriesOf } from './entries';
import type { TriggerContext } from './triggerContext';

const BYTES_PER_MB = 1024 * 1024;
const DEFAULT_MAX_BODY_MB = 5;
const MS_PER_HOUR = 3_600_000;
const DEFAULT_MAX_EVENT_AGE_HOURS = 24;

const messageTypeOptions: INodeProperties['options'] = [
	{ name: 'Audio', value: 'audio' },
	{ name: 'Button Answer', value: 'button' },
	{ name: 'Contact', value: 'contact' },
	{ name: 'Deletion', value: 'deleted' },
	{ name: 'Document', value: 'document' },
	{ name: 'Edit', value: 'edited' },
	{ name: 'GIF', value: 'gif' },
	{ name: 'Image', value: 'image' },
	{ name: 'List Answer', value: 'list' },
	{ name: 'Location', value: 'location' },
	{ name: 'Poll', value: 'poll' },
	{ name: 'Reaction', value: 'reaction' },
	{ name: 'Sticker', value: 'sticker' },
	{ name: 'Text', value: 'text' },
	{ name: 'Video', value: 'video' },
	{ name: 'Voice Message', value: 'voice' },
];

const ackStatusOptions: INodeProperties['options'] = [
	{ name: 'Deleted', value: 'deleted' },
	{ name: 'Delivered', value: 'delivered' },
	{ name: 'Failed', value: 'failed' },
	{ name: 'Pending', value: 'pending' },
	{ name: 'Played', value: 'played' },
	{ name: 'Read', value: 'read' },
	{ name: 'Sent', value: 'sent' },
];

const allowLocalAddresses: INodeProperties = {
	displayName: 'Allow Local Addresses',
	name: 'allowLocalAddresses',
	type: 'boolean',
	default: false,
	description:
		'Whether Download Media may fetch files from this machine and its network. Anybody who sends a message could then reach what is there. Switch it on only if WhatsLoop itself runs in your network.',
};

const downloadMedia: INodeProperties = {
	displayName: 'Download Media',
	name: 'downloadMedia',
	type: 'boolean',
	default: false,
	description:
		'Whether to put the file of a message into the binary field "data". If that fails, "mediaError" in the item says why.',
};

const ignoreGroups: INodeProperties = {
	displayName: 'Ignore Groups',
	name: 'ignoreGroups',
	type: 'boolean',
	default: false,
	description: 'Whether to leave out what happens in groups',
};

const ignoreOwn: INodeProperties = {
	displayName: 'Ignore Own Messages',
	name: 'ignoreOwn',
	type: 'boolean',
	default: true,
	description: 'Whether to leave out messages that your own number sent. Without this a bot answers itself.',
};

const includeRaw: INodeProperties = {
	displayName: 'Include Raw Event',
	name: 'includeRaw',
	type: 'boolean',
	default: true,
	description: 'Whether to add the event as WhatsLoop sent it, in the field "raw"',
};

const maxBodySize: INodeProperties = {
	displayName: 'Largest Body (MB)',
	name: 'maxBodySize',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 3 },
	default: DEFAULT_MAX_BODY_MB,
	description:
		'Larger events are refused (HTTP 413), and so are events with more than 1,000 records. n8n itself takes 16 MB unless it is set up otherwise.',
};

const markAsRead: INodeProperties = {
	displayName: 'Mark as Read',
	name: 'markAsRead',
	type: 'boolean',
	default: false,
	description:
		`Whether to mark the chat as read in WhatsApp when a message comes in. ${notAvailableOn('chat.markRead')}`.trim(),
};

const maxEventAge: INodeProperties = {
	displayName: 'Maximum Event Age (Hours)',
	name: 'maxEventAge',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: DEFAULT_MAX_EVENT_AGE_HOURS,
	description:
		'Signed events that were made earlier are refused (HTTP 401), because they may be copies of events that somebody recorded. 0 takes events of any age. Events without a date or a signature are not refused.',
};

const ackStatuses: INodeProperties = {
	displayName: 'Message Statuses',
	name: 'ackStatuses',
	type: 'multiOptions',
	options: ackStatusOptions,
	default: [],
	description: 'Only these start the workflow, of the event Message Status. Empty means all.',
};

const messageTypes: INodeProperties = {
	displayName: 'Message Types',
	name: 'messageTypes',
	type: 'multiOptions',
	options: messageTypeOptions,
	default: [],
	description: 'Only these start the workflow, of the event Message. Empty means all.',
};

const deduplicate: INodeProperties = {
	displayName: 'Remove Duplicates',
	name: 'deduplicate',
	type: 'boolean',
	default: true,
	description: 'Whether to start the workflow only once for an event that WhatsLoop delivers several times',
};

/** In the order of the panel. */
export const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		allowLocalAddresses,
		chats,
		downloadMedia,
		ignoreGroups,
		ignoreOwn,
		includeRaw,
		maxBodySize,
		markAsRead,
		maxEventAge,
		ackStatuses,
		messageTypes,
		deduplicate,
	],
};

/** What the user set in Options. */
export interface TriggerOptions {
	ignoreOwn: boolean;
	ignoreGroups: boolean;
	/** Undefined lets all chats in. */
	chats?: Set<string>;
	/** Undefined lets all types in. */
	messageTypes?: Set<string>;
	/** Undefined lets all statuses in. */
	ackStatuses?: Set<string>;
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

/** A switch keeps its default unless the user set it to the other value. */
const isOn = (given: IDataObject, field: INodeProperties): boolean =>
	field.default === true ? given[field.name] !== false : given[field.name] === true;

const setIn = (given: IDataObject, field: INodeProperties): Set<string> | undefined => {
	const entries = entriesOf(given[field.name]);
	return entries.length === 0 ? undefined : new Set(entries);
};

function maxBodyBytesIn(given: IDataObject): number {
	const megabytes = Number(given[maxBodySize.name] ?? DEFAULT_MAX_BODY_MB);
	return (Number.isFinite(megabytes) && megabytes > 0 ? megabytes : DEFAULT_MAX_BODY_MB) * BYTES_PER_MB;
}

function maxEventAgeMsIn(given: IDataObject): number {
	const hours = Number(given[maxEventAge.name] ?? DEFAULT_MAX_EVENT_AGE_HOURS);
	if (hours === 0) return Number.POSITIVE_INFINITY;
	return (Number.isFinite(hours) && hours > 0 ? hours : DEFAULT_MAX_EVENT_AGE_HOURS) * MS_PER_HOUR;
}

/** @throws InputError where the list of chats can't be read */
export function readOptions(context: TriggerContext): TriggerOptions {
	const given = context.getNodeParameter(options.name, {}) as IDataObject;
	return {
		ignoreOwn: isOn(given, ignoreOwn),
		ignoreGroups: isOn(given, ignoreGroups),
		chats: readChats(given[chats.name]),
		messageTypes: setIn(given, messageTypes),
		ackStatuses: setIn(given, ackStatuses),
		deduplicate: isOn(given, deduplicate),
		downloadMedia: isOn(given, downloadMedia),
		markAsRead: isOn(given, markAsRead),
		includeRaw: isOn(given, includeRaw),
		maxBodyBytes: maxBodyBytesIn(given),
		maxEventAgeMs: maxEventAgeMsIn(given),
		allowLocalAddresses: isOn(given, allowLocalAddresses),
	};
}
