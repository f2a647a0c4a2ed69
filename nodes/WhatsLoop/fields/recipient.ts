import type { INodeProperties } from 'n8n-workflow';

/** Who it is for. The same field for every operation on a chat, so that switching operations keeps it. */
export const recipient: INodeProperties = {
	displayName: 'Recipient',
	name: 'recipient',
	type: 'resourceLocator',
	default: { mode: 'phone', value: '' },
	required: true,
	description: 'Who the message is for, or whose chat it is in',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a contact or group',
			hint: 'Contacts and groups of the account. WhatsLoop v1 only.',
			typeOptions: { searchListMethod: 'searchRecipients', searchable: true },
		},
		{
			displayName: 'By Phone Number',
			name: 'phone',
			type: 'string',
			placeholder: 'e.g. 966501234567',
			hint: 'With country code. Spaces, dashes, + and 00 are fine, and so are Arabic digits.',
		},
		{
			displayName: 'By Chat ID',
			name: 'chatId',
			type: 'string',
			placeholder: 'e.g. 120363041234567890@g.us',
			hint: 'The ID of a group or chat, as WhatsLoop gives it',
		},
	],
};

/** A chat of the account, with a person or a group. */
export const chat: INodeProperties = {
	...recipient,
	displayName: 'Chat',
	description: 'Phone number of the person whose chat it is, or the ID of a group',
};

/** A person, known to the account or not. */
export const person: INodeProperties = {
	...recipient,
	displayName: 'Contact',
	description: 'Phone number of the person, with country code',
};
