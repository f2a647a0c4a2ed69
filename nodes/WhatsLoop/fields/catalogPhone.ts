import type { INodeProperties } from 'n8n-workflow';
import type { ParameterReader } from '../input/ParameterReader';
import { readPhone } from './phone';

export const catalogPhone: INodeProperties = {
	displayName: 'Catalog Phone',
	name: 'catalogPhone',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 966501234567',
	description: 'Phone number of the business that the catalog belongs to',
};

/** @throws InputError */
export const readCatalogPhone = (read: ParameterReader): string => readPhone(read, catalogPhone);
