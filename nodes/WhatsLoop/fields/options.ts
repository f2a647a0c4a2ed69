import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InputError } from '../input/InputError';
import type { ParameterReader } from '../input/ParameterReader';

const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'json',
	default: '{}',
	description: 'JSON object merged into the request, for what WhatsLoop takes and this node has no field for',
};

export const defaultCountryCode: INodeProperties = {
	displayName: 'Default Country Code',
	name: 'defaultCountryCode',
	type: 'string',
	default: '',
	placeholder: 'e.g. 966',
	description:
		'Completes national phone numbers, with or without their 0 in front. Without it a number needs its country code.',
};

const simplify: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

const disappearAfter: INodeProperties = {
	displayName: 'Disappear After (Seconds)',
	name: 'disappearAfter',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 604800,
	description: 'How long until the message disappears from the chat. A week is 604800.',
};

const replyToMessageId: INodeProperties = {
	displayName: 'Reply to Message ID',
	name: 'replyToMessageId',
	type: 'string',
	default: '',
	placeholder: 'e.g. BAE5A8F8F8E0278E',
	description: 'ID of the message to quote',
};

/** A collection `options` with these entries. The panel of every operation has one. */
export const optionsWith = (entries: INodeProperties[]): INodeProperties & { options: INodeProperties[] } => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: entries,
});

/** For every operation on a chat. */
export const options = optionsWith([additionalFields, defaultCountryCode, simplify]);

/** A text can also quote a message, or disappear. */
export const textOptions = optionsWith([
	additionalFields,
	defaultCountryCode,
	disappearAfter,
	replyToMessageId,
	simplify,
]);

/** For operations without a recipient. */
export const optionsWithoutRecipient = optionsWith([additionalFields, simplify]);

/** On, unless it was switched off. */
export const readSimplify = (read: ParameterReader): boolean => read.option(options, simplify) !== false;

/** @throws InputError where it is no JSON object */
export const readAdditionalFields = (read: ParameterReader): IDataObject =>
	read.jsonObject(read.option(options, additionalFields), additionalFields);

export const readReplyToMessageId = (read: ParameterReader): string | undefined =>
	read.optionText(textOptions, replyToMessageId);

/**
 * @returns seconds; undefined for a message that stays
 * @throws InputError
 */
export function readDisappearAfter(read: ParameterReader): number | undefined {
	const value = read.option(textOptions, disappearAfter);
	if (value === undefined || value === null || value === '' || value === 0) return undefined;
	const seconds = Number(value);
	if (!Number.isInteger(seconds) || seconds < 1) {
		throw new InputError(`"${disappearAfter.displayName}" is not a whole number from 1 on`, 'A week is 604800.');
	}
	return seconds;
}
