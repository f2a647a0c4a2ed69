import type { INodeProperties } from 'n8n-workflow';
import type { Labels } from '../contracts/contract';

/** The fields inside a collection or a fixed collection. */
const fieldsInside = ({ options = [] }: INodeProperties): INodeProperties[] =>
	options.flatMap((entry) => {
		if ('values' in entry) return entry.values;
		return 'type' in entry ? [entry] : [];
	});

/** The labels of all fields, at any depth. An outer field wins over one of the same name inside a collection. */
export function labelsOf(fields: INodeProperties[]): Labels {
	const inner = fields.map((field) => labelsOf(fieldsInside(field)));
	const own = Object.fromEntries(fields.map(({ name, displayName }) => [name, displayName]));
	return Object.assign({}, ...inner, own) as Labels;
}
