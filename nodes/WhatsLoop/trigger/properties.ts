import type { INodeProperties } from 'n8n-workflow';

const events: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	required: true,
	options: [
		{ name: 'Chat', value: 'chat', description: 'A chat was started, changed or deleted' },
		{ name: 'Connection', value: 'connection', description: 'WhatsApp was connected or disconnected' },
		{ name: 'Contact', value: 'contact', description: 'A contact is new or has changed' },
		{ name: 'Group', value: 'group', description: 'A group is new or has changed' },
		{ name: 'Message', value: 'message', description: 'A message came in, or was sent from the phone' },
		{
			name: 'Message Status',
			value: 'ack',
			description: 'A message was sent, delivered, read, played or deleted, or it failed',
		},
		{ name: 'Other', value: 'other', description: 'Everything that WhatsLoop sends and this node has no name for' },
	],
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
			description: 'By signature if the credential has a Webhook Secret, else none. WhatsLoop Cloud needs a secret.',
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

const howTo: INodeProperties = {
	displayName:
		'Copy the <b>Production URL</b> from <i>Webhook URLs</i> above into the WhatsLoop dashboard, as webhook of your channel, and activate the workflow. ' +
		'To try the node out, paste the <b>Test URL</b> instead and choose <i>Listen for test event</i>. ' +
		'WhatsLoop must be able to reach the URL over https: localhost and private addresses do not work.',
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
				'Whether to put the file of a message into the binary field "data". If that fails, the item says why in "mediaError".',
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
			description: 'Larger events are refused (HTTP 413). n8n itself takes 16 MB unless it is set up otherwise.',
		},
		{
			displayName: 'Mark as Read',
			name: 'markAsRead',
			type: 'boolean',
			default: false,
			description:
				'Whether to mark the chat as read in WhatsApp when a message comes in. Not available on WhatsLoop Cloud.',
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
