import { text } from '../../fields/messageFields';
import { textOptions } from '../../fields/options';
import { recipient } from '../../fields/recipient';
import { InputError } from '../../input/InputError';
import type { ParameterReader } from '../../input/ParameterReader';
import type { Operation } from '../operation';

function disappearAfterSeconds(read: ParameterReader): number | undefined {
	const value = read.option('options', 'disappearAfter');
	if (value === undefined || value === null || value === '' || value === 0) return undefined;
	const seconds = Number(value);
	if (!Number.isInteger(seconds) || seconds < 1) {
		throw new InputError('"Disappear After (Seconds)" is not a whole number from 1 on', 'A week is 604800.');
	}
	return seconds;
}

export const sendText: Operation = {
	value: 'sendText',
	name: 'Send Text',
	action: 'Send a text',
	description: 'Send a text message to a phone number or group, as a reply if wanted',
	kind: 'send',
	fields: [recipient, text, textOptions],
	readValues: (read) => ({
		recipient: read.recipient(),
		text: read.text('text', 'Text'),
		replyToMessageId: read.optionText('options', 'replyToMessageId'),
		disappearAfter: disappearAfterSeconds(read),
	}),
};
