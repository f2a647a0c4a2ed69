import type { INodeProperties } from 'n8n-workflow';

export const catalogPhone: INodeProperties = {
	displayName: 'Catalog Phone',
	name: 'catalogPhone',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 966501234567',
	description: 'Phone number of the business that the catalog belongs to',
};
