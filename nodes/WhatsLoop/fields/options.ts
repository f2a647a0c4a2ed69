import type { INodeProperties } from 'n8n-workflow';

const additionalFields: INodeProperties = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'json',
	default: '{}',
	description: 'JSON object merged into the request, for what WhatsLoop takes and this node has no field for',
};

const defaultCountryCode: INodeProperties = {
	displayName: 'Default Country Code',
	name: 'defaultCountryCode',
	type: 'string',
	default: '',
	placeholder: 'e.g. 966',
	description: 'Completes phone numbers that start with a single 0. Without it they are refused.',
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

const collection = (options: INodeProperties[]): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options,
});

/** For every operation on a chat. */
export const options = collection([additionalFields, defaultCountryCode, simplify]);

/** A text can also quote a message, or disappear. */
export const textOptions = collection([
	additionalFields,
	defaultCountryCode,
	disappearAfter,
	replyToMessageId,
	simplify,
]);

/** For operations without a recipient. */
export const optionsWithoutRecipient = collection([additionalFields, simplify]);
