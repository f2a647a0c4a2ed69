import type { INodeProperties } from 'n8n-workflow';
import type { ParameterReader } from '../input/ParameterReader';

/** Fields that several operations share. Each operation that lists one shows the same field, and the field keeps its value between operations. */

export const text: INodeProperties = {
	displayName: 'Text',
	name: 'text',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. Your order 1042 is on its way',
	description: 'What the message says. WhatsApp shows *bold*, _italic_ and ~struck~ text.',
};

/** @throws InputError where it is empty */
export const readText = (read: ParameterReader): string => read.text(text);

export const footer: INodeProperties = {
	displayName: 'Footer',
	name: 'footer',
	type: 'string',
	default: '',
	placeholder: 'e.g. Open daily from 9 to 22',
	description: 'Small text under the message',
	hint: 'WhatsLoop may ask for one: older code of it refuses buttons and lists without a footer',
};

export const readFooter = (read: ParameterReader): string | undefined => read.optionalText(footer);

export const messageId: INodeProperties = {
	displayName: 'Message ID',
	name: 'messageId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. BAE5A8F8F8E0278E',
	description: 'ID of the message, as a send or the trigger gives it',
};

/** @throws InputError where it is empty */
export const readMessageId = (read: ParameterReader): string => read.text(messageId).trim();
