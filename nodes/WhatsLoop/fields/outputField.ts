import type { INodeProperties } from 'n8n-workflow';
import type { ParameterReader } from '../input/ParameterReader';

/** Where an operation puts a file that it returns. */
export const outputField: INodeProperties = {
	displayName: 'Put Output File in Field',
	name: 'binaryPropertyName',
	type: 'string',
	default: 'data',
	required: true,
	placeholder: 'e.g. data',
	hint: 'The name of the output binary field to put the file in',
};

/** @throws InputError where it is empty */
export const readOutputField = (read: ParameterReader): string => read.text(outputField).trim();
