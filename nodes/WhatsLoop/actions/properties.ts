import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { delivery } from '../fields/delivery';
import type { Resource } from './operation';

/** What a new node is for. */
const DEFAULT_RESOURCE = 'message';

function resourceField(resources: Resource[]): INodeProperties {
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: resources.map(({ name, value }) => ({ name, value })),
		default: DEFAULT_RESOURCE,
	};
}

const operationField = ({ value: resource, operations, defaultOperation }: Resource): INodeProperties => ({
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: [resource] } },
	options: operations.map(({ name, value, action, description }): INodePropertyOptions => ({
		name,
		value,
		action,
		description,
	})),
	default: defaultOperation,
});

/** A field that several operations list becomes one property shown for all of them, so that it keeps its value between them. */
function fieldsOf({ value: resource, operations }: Resource): INodeProperties[] {
	const shownFor = new Map<INodeProperties, string[]>();
	for (const { value, fields } of operations) {
		for (const field of fields) shownFor.set(field, [...(shownFor.get(field) ?? []), value]);
	}
	return inPanelOrder(
		operations.map(({ fields }) => fields),
		[...shownFor.keys()],
	).map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: { resource: [resource], operation: shownFor.get(field), ...field.displayOptions?.show },
		},
	}));
}

/** Every operation lists its fields in the order of its panel; this order keeps them all (a topological sort). */
function inPanelOrder(lists: INodeProperties[][], fields: INodeProperties[]): INodeProperties[] {
	const ordered: INodeProperties[] = [];
	const visit = (field: INodeProperties) => {
		if (ordered.includes(field)) return;
		for (const list of lists) {
			for (const earlier of list.slice(0, Math.max(0, list.indexOf(field)))) visit(earlier);
		}
		ordered.push(field);
	};
	fields.forEach(visit);
	return ordered;
}

/** All properties of the node, made from the operations' own files. */
export function nodeProperties(resources: Resource[]): INodeProperties[] {
	return [resourceField(resources), ...resources.map(operationField), ...resources.flatMap(fieldsOf), delivery];
}
