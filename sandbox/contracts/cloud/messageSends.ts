import type { MessageContent, MessageKind } from '../../state/message';
import { acceptSend } from '../acceptSend';
import type { Endpoint } from '../endpoint';
import {
	check,
	httpUrl,
	listOf,
	oneOf,
	optional,
	recipient,
	required,
	text,
	wholeNumber,
	type FieldRules,
	type Fields,
} from '../fields';
import { cloudSendForm } from './answers';

const MAX_TEXT_CHARACTERS = 4096;

/** A JSON number, not its text: the clients seen send an integer. */
const channelId = check(wholeNumber(1).schema, (value, field, asOlderCode) =>
	typeof value === 'number' ? wholeNumber(1)(value, field, asOlderCode) : { field, reason: 'invalid' },
);

const send = (path: string, fields: FieldRules, content: (fields: Fields) => MessageContent): Endpoint => ({
	method: 'POST',
	path,
	fields: { to: required(recipient), ...fields, channel_id: optional(channelId) },
	apply: (call) => acceptSend(call, cloudSendForm, content(call.fields)),
});

const message = required(text(MAX_TEXT_CHARACTERS));

/** All that is known of the cloud contract. */
export const messageSends: Endpoint[] = [
	send('messages/send-text', { message }, (fields) => ({ kind: 'text', text: fields.text('message') })),
	send(
		'messages/send',
		{
			type: required(oneOf('document', 'image', 'video', 'audio')),
			media_url: required(httpUrl),
			caption: optional(text()),
		},
		(fields) => ({
			kind: fields.text('type') as MessageKind,
			mediaUrl: fields.text('media_url'),
			caption: fields.optionalText('caption'),
		}),
	),
	send('messages/send-reply', { message, quoted_message_id: required(text()) }, (fields) => ({
		kind: 'text',
		text: fields.text('message'),
		quotedMessageId: fields.text('quoted_message_id'),
	})),
	send(
		'messages/send-buttons',
		{
			text: required(text(MAX_TEXT_CHARACTERS)),
			buttons: required(listOf({ id: required(text()), text: required(text()) })),
		},
		(fields) => ({
			kind: 'buttons',
			text: fields.text('text'),
			buttons: fields
				.list('buttons')
				.map((button) => ({ type: 'reply', id: button.text('id'), text: button.text('text') })),
		}),
	),
	send(
		'messages/send-template',
		{
			text: required(text(MAX_TEXT_CHARACTERS)),
			template_buttons: required(listOf({ type: required(oneOf('quickReply')), text: required(text()) })),
		},
		(fields) => ({
			kind: 'buttons',
			text: fields.text('text'),
			buttons: fields.list('template_buttons').map((button) => ({ type: 'reply', text: button.text('text') })),
		}),
	),
];
