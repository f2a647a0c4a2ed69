import type { Contract } from '../contract';
import { readMessageId } from './answers';
import { chatOperations } from './chats';
import { contactOperations } from './contacts';
import { events } from './events';
import { groupOperations } from './groups';
import { instanceOperations } from './instance';
import { messageOperations } from './messages';
import { productOperations } from './products';

/** "WhatsLoop v1", the API of the published documentation of 2023. */
export const go: Contract = {
	id: 'go',
	name: 'WhatsLoop v1',
	accounts: 'Accounts of go-wloop.net',
	defaultBaseUrl: 'https://go-wloop.net/api/v1',
	tokenForm: { pattern: /^[\da-f]{32}_[\da-z]{40}$/i, evidence: 'seen' },
	// evidence: sibling
	probe: { method: 'GET', path: 'instance/status', acceptedStatusCodes: [] },
	operations: {
		...messageOperations,
		...chatOperations,
		...contactOperations,
		...groupOperations,
		...instanceOperations,
		...productOperations,
	},
	readsSent: { ofChat: 'chat.getMessages', latest: 'message.getAll' },
	events,
	readMessageId,
	answerPaths: { status: 'data.status', unixSeconds: 'data.messageTimestamp' },
	errorTextFields: ['Message', 'message', 'error'],
};
