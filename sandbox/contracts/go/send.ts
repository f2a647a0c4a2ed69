import type { MessageContent } from '../../state/message';
import { acceptSend } from '../acceptSend';
import type { Endpoint } from '../endpoint';
import { recipient, required, type FieldRules, type Fields } from '../fields';
import { goSendForm } from './answers';

/** A row of the table for an endpoint that sends a message to `phone`. */
export const send = (path: string, fields: FieldRules, content: (fields: Fields) => MessageContent): Endpoint => ({
	method: 'POST',
	path,
	fields: { phone: required(recipient), ...fields },
	apply: (call) => acceptSend(call, goSendForm, content(call.fields)),
});
