import type { INodeProperties } from 'n8n-workflow';
import { alwaysSignedNames, notAvailableOn } from '../contracts/availability';

/** n8n lists the triggers of the node in this order. What most people come for is first, the rest follows the alphabet. */
const eventOptions: INodeProperties['options'] = [
	{ name: 'Message', value: 'message', description: 'A message came in, or was sent from the phone' },
	{ name: 'Chat', value: 'chat', description: 'A chat was started, changed or deleted' },
	{ name: 'Connection', value: 'connection', description: 'WhatsApp was connected or disconnected' },
	{ name: 'Contact', value: 'contact', description: 'A contact is new or has changed' },
	{ name: 'Group', value: 'group', description: 'A group is new or has changed' },
	{
		name: 'Message Status',
		value: 'ack',
		description: 'A message was sent, delivered, read, played or deleted, or it failed',
	},
	{ name: 'Other', value: 'other', description: 'Everything else that WhatsLoop sends' },
];

const events: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	required: true,
	options: eventOptions,
	default: ['message'],
	description: 'What starts the workflow',
};

const verification: INodeProperties = {
	displayName: 'Verification',
	name: 'verification',
	type: 'options',
	options: [
		{
			name: 'Automatic',
			value: 'auto',
			description: `By signature if the credential has a Webhook Secret, else none. ${alwaysSignedNames()} needs a secret.`,
		},
		{ name: 'None', value: 'none', description: 'Anybody who knows the URL can start the workflow' },
		{
			name: 'Signature',
			value: 'signature',
			description: 'Only events signed with the Webhook Secret of the credential',
		},
		{ name: 'URL Token', value: 'token', description: 'Only calls of the URL with a token of yours in it' },
	],
	default: 'auto',
	description: "How to make sure that an event comes from WhatsLoop. What fails is refused, and n8n's log says why.",
};

const urlToken: INodeProperties = {
	displayName: 'URL Token',
	name: 'urlToken',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	required: true,
	placeholder: 'e.g. a long random text',
	description: 'Add it to the URL that you paste into WhatsLoop: …/webhook?token=YOUR-TOKEN',
	displayOptions: { show: { verification: ['token'] } },
};

/** The only instruction in the panel. n8n shows the URLs right above it. */
const howTo: INodeProperties = {
	displayName:
		'Copy the <b>Production URL</b> from <i>Webhook URLs</i> above, paste it into the WhatsLoop dashboard as the webhook of your channel, and <i>Publish</i> the workflow (in older n8n: activate it). ' +
		'To try the node out, paste the <b>Test URL</b> there instead and click <i>Execute step</i> (in older n8n: <i>Listen for test event</i>). ' +
		'WhatsLoop must reach the URL over https: localhost and private addresses do not work.',
	name: 'howTo',
	type: 'notice',
	default: '',
};

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

const options: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [
		{
			displayName: 'Allow Local Addresses',
			name: 'allowLocalAddresses',
			type: 'boolean',
			default: false,
			description:
				'Whether Download Media may fetch files from this machine and its network. Anybody who sends a message could then reach what is there. Switch it on only if WhatsLoop itself runs in your network.',
		},
		{
			displayName: 'Chats',
			name: 'chats',
			type: 'string',
			default: '',
			placeholder: 'e.g. +966 50 123 4567, 1203630…@g.us',
			description:
				'Only these chats start the workflow: phone numbers and chat IDs with commas between them, or a list by expression. Empty means all.',
		},
		{
			displayName: 'Download Media',
			name: 'downloadMedia',
			type: 'boolean',
			default: false,
			description:
				'Whether to put the file of a message into the binary field "data". If that fails, "mediaError" in the item says why.',
		},
		{
			displayName: 'Ignore Groups',
			name: 'ignoreGroups',
			type: 'boolean',
			default: false,
			description: 'Whether to leave out what happens in groups',
		},
		{
			displayName: 'Ignore Own Messages',
			name: 'ignoreOwn',
			type: 'boolean',
			default: true,
			description: 'Whether to leave out messages that your own number sent. Without this a bot answers itself.',
		},
		{
			displayName: 'Include Raw Event',
			name: 'includeRaw',
			type: 'boolean',
			default: true,
			description: 'Whether to add the event as WhatsLoop sent it, in the field "raw"',
		},
		{
			displayName: 'Largest Body (MB)',
			name: 'maxBodySize',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 3 },
			default: 5,
			description:
				'Larger events are refused (HTTP 413), and so are events with more than 1,000 records. n8n itself takes 16 MB unless it is set up otherwise.',
		},
		{
			displayName: 'Mark as Read',
			name: 'markAsRead',
			type: 'boolean',
			default: false,
			description:
				`Whether to mark the chat as read in WhatsApp when a message comes in. ${notAvailableOn('chat.markRead')}`.trim(),
		},
		{
			displayName: 'Maximum Event Age (Hours)',
			name: 'maxEventAge',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: 24,
			description:
				'Signed events that were made earlier are refused (HTTP 401), because they may be copies of events that somebody recorded. 0 takes events of any age. Events without a date or a signature are not refused.',
		},
		{
			displayName: 'Message Statuses',
			name: 'ackStatuses',
			type: 'multiOptions',
			options: ackStatusOptions,
			default: [],
			description: 'Only these start the workflow, of the event Message Status. Empty means all.',
		},
		{
			displayName: 'Message Types',
			name: 'messageTypes',
			type: 'multiOptions',
			options: messageTypeOptions,
			default: [],
			description: 'Only these start the workflow, of the event Message. Empty means all.',
		},
		{
			displayName: 'Remove Duplicates',
			name: 'deduplicate',
			type: 'boolean',
			default: true,
			description: 'Whether to start the workflow only once for an event that WhatsLoop delivers several times',
		},
	],
};

export const triggerProperties: INodeProperties[] = [howTo, events, verification, urlToken, options];
