import type { Resource } from '../operation';
import { deleteMessage } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { sendAndWait } from './sendAndWait';
import { sendButtons } from './sendButtons';
import { sendCatalog } from './sendCatalog';
import { sendContact } from './sendContact';
import { sendList } from './sendList';
import { sendLocation } from './sendLocation';
import { sendMedia } from './sendMedia';
import { sendMention } from './sendMention';
import { sendReaction } from './sendReaction';
import { sendText } from './sendText';

export const message: Resource = {
	value: 'message',
	name: 'Message',
	defaultOperation: 'sendText',
	// what most people come for is first, the rest by name
	operations: [
		sendText,
		sendMedia,
		sendButtons,
		sendList,
		sendAndWait,
		deleteMessage,
		get,
		getAll,
		sendCatalog,
		sendContact,
		sendLocation,
		sendMention,
		sendReaction,
	],
};
