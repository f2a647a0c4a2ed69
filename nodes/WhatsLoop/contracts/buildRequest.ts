import type { IDataObject } from 'n8n-workflow';
import { InputError } from '../input/InputError';
import type { AskedOperation, Contract, FieldSource, Labels, RequestVariant, Values } from './contract';
import { checkLimits } from './limits';
import { privateTextsIn } from './privateTexts';

/** One call of WhatsLoop, ready to be sent. */
export interface ApiCall {
	method: RequestVariant['method'];
	/** Below the Base URL, without a leading slash. */
	path: string;
	query?: IDataObject;
	body?: IDataObject;
	/** The texts that the user filled in. None of them may appear in an error. */
	privateTexts: string[];
}

const valueName = (source: FieldSource) => (typeof source === 'string' ? source : source.value);

/** Values that the user gave. An optional field that is empty does not count. */
const givenNames = (values: Values) => Object.keys(values).filter((name) => values[name] !== undefined);

const mismatches = (variant: RequestVariant, values: Values) =>
	Object.entries(variant.when ?? {}).filter(([name, wanted]) => values[name] !== wanted);

/** Values that no field of this variant carries. Sending it would lose them. */
function lostNames(variant: RequestVariant, values: Values): string[] {
	const carried = new Set([...Object.keys(variant.when ?? {}), ...Object.values(variant.fields).map(valueName)]);
	return givenNames(values).filter((name) => !carried.has(name));
}

const labelOf = (labels: Labels, name: string) => (Object.hasOwn(labels, name) ? labels[name] : name);

const quoteAll = (labels: Labels, names: string[]) => names.map((name) => `"${labelOf(labels, name)}"`).join(' and ');

function refuse(what: string, contract: Contract): never {
	throw new InputError(
		`${what} is not available on ${contract.name}. No request of its API is known that does this, so nothing was sent.`,
		'Change the operation or its fields, or use a credential with another API Version.',
	);
}

/**
 * Picks the request that carries every value the user gave. A caption or a reply without a field in any request is
 * refused, because leaving it out would lose it without a word.
 *
 * @throws InputError where the API has no such request
 */
export function chooseVariant(contract: Contract, operation: AskedOperation, values: Values): RequestVariant {
	const name = `"${operation.name}"`;
	const { labels } = operation;
	const variants = contract.operations[operation.id];
	if (!variants) return refuse(name, contract);

	const matching = variants.filter((variant) => mismatches(variant, values).length === 0);
	if (matching.length === 0) {
		const closest = [...variants].sort((a, b) => mismatches(a, values).length - mismatches(b, values).length)[0];
		const [unavailable] = mismatches(closest, values)[0];
		const value = values[unavailable];
		return refuse(
			`${name} with ${labelOf(labels, unavailable)}${typeof value === 'string' ? ` "${value}"` : ''}`,
			contract,
		);
	}

	const complete = matching.find((variant) => lostNames(variant, values).length === 0);
	if (complete) return complete;

	const carriedBySome = (lost: string) => matching.some((variant) => !lostNames(variant, values).includes(lost));
	const lostEverywhere = lostNames(matching[0], values).filter((lost) => !carriedBySome(lost));
	if (lostEverywhere.length > 0) {
		const kind = matching[0].label && matching.length === 1 ? ` (${matching[0].label})` : '';
		return refuse(`${quoteAll(labels, lostEverywhere)} in ${name}${kind}`, contract);
	}
	return refuse(`${name} with ${quoteAll(labels, lostNames(matching[0], values))} together`, contract);
}

function readFields(variant: RequestVariant, values: Values): IDataObject {
	const fields: IDataObject = {};
	for (const [field, source] of Object.entries(variant.fields)) {
		const value = values[valueName(source)];
		if (value === undefined) continue;
		fields[field] = (typeof source === 'string' ? value : source.as(value as never)) as IDataObject[string];
	}
	return fields;
}

/** Errors show the last four digits of phone numbers and chat IDs, so these are not struck out as a whole. */
const ADDRESSES = ['recipient', 'contactPhone', 'mentionedPhone', 'catalogPhone'];

const privateFields = (variant: RequestVariant, filledIn: IDataObject): unknown[] =>
	Object.entries(variant.fields)
		.filter(([, source]) => !ADDRESSES.includes(valueName(source)))
		.map(([field]) => filledIn[field]);

/**
 * The order within a chat and the output's `recipient` follow the field in the panel. A different recipient here would
 * make both wrong.
 */
function checkRecipientIsKept(
	variant: RequestVariant,
	labels: Labels,
	filledIn: IDataObject,
	additionalFields: IDataObject,
): void {
	for (const [field, source] of Object.entries(variant.fields)) {
		if (
			valueName(source) !== 'recipient' ||
			!(field in additionalFields) ||
			additionalFields[field] === filledIn[field]
		)
			continue;
		throw new InputError(
			`Additional Fields would replace the recipient ("${field}"). Nothing was sent.`,
			`Remove "${field}" from Additional Fields and fill in "${labelOf(labels, 'recipient')}" instead.`,
		);
	}
}

/** What goes into a request beside the values. */
export interface Extras {
	/** The account's Channel ID, if the API has channels. */
	channelId?: number;
	/** Merged over the request's own fields. They let a user set fields that this package does not know. */
	additionalFields?: IDataObject;
}

/**
 * Turns what the user wants into the one request of this contract that does it.
 *
 * @throws InputError where the API has no such request, a value is above what it takes, or an additional field would send it
 * to another recipient
 */
export function buildRequest(
	contract: Contract,
	operation: AskedOperation,
	values: Values,
	{ channelId, additionalFields = {} }: Extras = {},
): ApiCall {
	const variant = chooseVariant(contract, operation, values);
	checkLimits(variant, values, operation.labels);
	const channel = contract.channelField && channelId !== undefined ? { [contract.channelField]: channelId } : {};
	const filledIn = readFields(variant, values);
	checkRecipientIsKept(variant, operation.labels, filledIn, additionalFields);
	const fields = { ...variant.constants, ...filledIn, ...channel, ...additionalFields };
	const { method, path } = variant;
	const privateTexts = privateTextsIn([...privateFields(variant, filledIn), additionalFields]);
	return { method, path, [method === 'GET' ? 'query' : 'body']: fields, privateTexts };
}
