import type { IDataObject } from 'n8n-workflow';
import { InputError } from '../input/InputError';
import { labelOf } from '../input/labels';
import type { Contract, FieldSource, RequestVariant, Values } from './contract';
import { checkLimits } from './limits';
import { privateTextsIn } from './privateTexts';

/** One call of WhatsLoop, ready to be sent. */
export interface ApiCall {
	method: RequestVariant['method'];
	/** Below the Base URL, without a leading slash. */
	path: string;
	query?: IDataObject;
	body?: IDataObject;
	/** What must not come back in an error: the texts that the user filled in. */
	privateTexts: string[];
}

const valueName = (source: FieldSource) => (typeof source === 'string' ? source : source.value);

/** Values that the user really gave: an empty optional field is no wish. */
const givenNames = (values: Values) => Object.keys(values).filter((name) => values[name] !== undefined);

const mismatches = (variant: RequestVariant, values: Values) =>
	Object.entries(variant.when ?? {}).filter(([name, wanted]) => values[name] !== wanted);

/** Values that this variant would lose, because none of its fields carries them. */
function lostNames(variant: RequestVariant, values: Values): string[] {
	const carried = new Set([...Object.keys(variant.when ?? {}), ...Object.values(variant.fields).map(valueName)]);
	return givenNames(values).filter((name) => !carried.has(name));
}

const quoteAll = (names: string[]) => names.map((name) => `"${labelOf(name)}"`).join(' and ');

function refuse(what: string, contract: Contract): never {
	throw new InputError(
		`${what} is not available on ${contract.name}. No request of its API is known that does this, so nothing was sent.`,
		'Change the operation or its fields, or use a credential with another API Version.',
	);
}

/**
 * Picks the request that carries every value the user gave: a caption or a reply that a request has no field for is
 * refused, because leaving it out would lose it without a word.
 *
 * @param operation `resource.operation`
 * @param operationName as the user sees it
 * @throws InputError where the API has no such request
 */
export function chooseVariant(
	contract: Contract,
	operation: string,
	operationName: string,
	values: Values,
): RequestVariant {
	const name = `"${operationName}"`;
	const variants = contract.operations[operation];
	if (!variants) return refuse(name, contract);

	const matching = variants.filter((variant) => mismatches(variant, values).length === 0);
	if (matching.length === 0) {
		const closest = [...variants].sort((a, b) => mismatches(a, values).length - mismatches(b, values).length)[0];
		const [unavailable] = mismatches(closest, values)[0];
		const value = values[unavailable];
		return refuse(`${name} with ${labelOf(unavailable)}${typeof value === 'string' ? ` "${value}"` : ''}`, contract);
	}

	const complete = matching.find((variant) => lostNames(variant, values).length === 0);
	if (complete) return complete;

	const carriedBySome = (lost: string) => matching.some((variant) => !lostNames(variant, values).includes(lost));
	const lostEverywhere = lostNames(matching[0], values).filter((lost) => !carriedBySome(lost));
	if (lostEverywhere.length > 0) {
		const kind = matching[0].label && matching.length === 1 ? ` (${matching[0].label})` : '';
		return refuse(`${quoteAll(lostEverywhere)} in ${name}${kind}`, contract);
	}
	return refuse(`${name} with ${quoteAll(lostNames(matching[0], values))} together`, contract);
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

/** Phone numbers and chat ids keep their last four digits in errors, so they are not struck out whole. */
const ADDRESSES = ['recipient', 'contactPhone', 'mentionedPhone', 'catalogPhone'];

const privateFields = (variant: RequestVariant, filledIn: IDataObject): unknown[] =>
	Object.entries(variant.fields)
		.filter(([, source]) => !ADDRESSES.includes(valueName(source)))
		.map(([field]) => filledIn[field]);

/** Order within a chat and the output's `recipient` follow the field in the panel; another one here would belie both. */
function checkRecipientIsKept(variant: RequestVariant, filledIn: IDataObject, additionalFields: IDataObject): void {
	for (const [field, source] of Object.entries(variant.fields)) {
		if (
			valueName(source) !== 'recipient' ||
			!(field in additionalFields) ||
			additionalFields[field] === filledIn[field]
		)
			continue;
		throw new InputError(
			`Additional Fields would replace the recipient ("${field}"). Nothing was sent.`,
			`Remove "${field}" from Additional Fields and fill in "${labelOf('recipient')}" instead.`,
		);
	}
}

/**
 * Turns what the user wants into the one request of this contract that does it.
 *
 * @param additionalFields merged over the request's own fields, so that a user can reach what this package does not know
 * @throws InputError where the API has no such request, a value is above what it takes, or an additional field would send it
 * to another recipient
 */
export function buildRequest(
	contract: Contract,
	operation: string,
	operationName: string,
	values: Values,
	channelId?: number,
	additionalFields: IDataObject = {},
): ApiCall {
	const variant = chooseVariant(contract, operation, operationName, values);
	checkLimits(variant, values);
	const channel = contract.channelField && channelId !== undefined ? { [contract.channelField]: channelId } : {};
	const filledIn = readFields(variant, values);
	checkRecipientIsKept(variant, filledIn, additionalFields);
	const fields = { ...variant.constants, ...filledIn, ...channel, ...additionalFields };
	const { method, path } = variant;
	const privateTexts = privateTextsIn([...privateFields(variant, filledIn), additionalFields]);
	return { method, path, [method === 'GET' ? 'query' : 'body']: fields, privateTexts };
}
