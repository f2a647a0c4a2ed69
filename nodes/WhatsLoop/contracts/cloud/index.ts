import type { Contract } from '../contract';
import { readMessageId } from './answers';
import { events } from './events';
import { messageOperations } from './messages';

/** "WhatsLoop Cloud" (2026). No documentation is public: everything here was seen in clients of it. */
export const cloud: Contract = {
	id: 'cloud',
	name: 'WhatsLoop Cloud',
	accounts: 'Accounts of whatsloop.net, with tokens that start with wl_',
	defaultBaseUrl: 'https://api.whatsloop.net/v1',
	tokenForm: { pattern: /^wl_/, evidence: 'seen' },
	baseUrlHint: 'Some accounts have an address of their own, such as https://&lt;tenant&gt;.whatsloop.net/api/v1',
	channelField: 'channel_id',
	// No path is known that only reads. A text without recipient and words can't be sent: 422 proves the token.
	probe: { method: 'POST', path: 'messages/send-text', body: {}, acceptedStatusCodes: [400, 422] },
	operations: { ...messageOperations },
	events,
	readMessageId,
	answerPaths: {},
	errorTextFields: ['message', 'error'],
};
