import type { INodeProperties } from 'n8n-workflow';

export const subject: INodeProperties = {
	displayName: 'Subject',
	name: 'subject',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Delivery team',
	description: 'Name of the group, as everybody in it sees it',
};
