import type { INodeProperties } from 'n8n-workflow';
import type { ParameterReader } from '../input/ParameterReader';

export const returnAll: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

export const limit: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 50,
	description: 'Max number of results to return',
	displayOptions: { show: { returnAll: [false] } },
};

/** @returns undefined for all */
export function readLimit(read: ParameterReader): number | undefined {
	if (read.isOn(returnAll)) return undefined;
	return Math.floor(read.number(limit, { min: 1, max: Number.MAX_SAFE_INTEGER }));
}
