import { chatIdOf } from '../../state/message';
import type { Call, Endpoint } from '../endpoint';
import { optional, recipient, required, text, wholeNumber } from '../fields';
import { deleted, goFailure, goRecord, ok } from './answers';
import { visibleMessages } from './chats';

const DEFAULT_FETCH_LIMIT = 100;

const key = { phone: required(recipient), messageID: required(text()) };

/** The account's message with this ID, if it is in this chat. */
function find({ state, account, fields }: Call) {
	const message = state.findMessage(account, fields.text('messageID'));
	return message?.chat === chatIdOf(fields.text('phone')) ? message : undefined;
}

const notFound = () => ({ statusCode: 422, body: goFailure('Message not Found') });

/** Reading and deleting what was sent. */
export const messageStore: Endpoint[] = [
	{
		method: 'GET',
		path: 'message/fetch',
		fields: { limit: optional(wholeNumber(1)) },
		apply({ state, account, fields }) {
			const visible = visibleMessages(state, account);
			const limit = fields.optionalNumber('limit') ?? DEFAULT_FETCH_LIMIT;
			return ok('The messages have been successfully fetched.', visible.reverse().slice(0, limit).map(goRecord));
		},
	},
	{
		method: 'GET',
		path: 'message/id',
		fields: key,
		apply(call) {
			const message = find(call);
			return message ? ok('The message has been successfully fetched.', goRecord(message)) : notFound();
		},
	},
	{
		method: 'DELETE',
		path: 'message/delete',
		fields: key,
		apply(call) {
			const message = find(call);
			if (!message) return notFound();
			message.deleted = true;
			call.state.touch(message);
			return deleted('The message has been successfully deleted.');
		},
	},
];
