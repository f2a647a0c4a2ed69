import type { Contract } from '../contract';
import { judge, readMessageId } from './answers';
import { events } from './events';
import { messageOperations } from './messages';

/** "WhatsLoop v1", the API of the published documentation of 2023. */
export const go: Contract = {
	id: 'go',
	name: 'WhatsLoop v1',
	defaultBaseUrl: 'https://go-wloop.net/api/v1',
	// evidence: sibling
	probe: { method: 'GET', path: 'instance/status', acceptedStatusCodes: [] },
	operations: { ...messageOperations },
	events,
	judge,
	readMessageId,
	answerPaths: { status: 'data.status', unixSeconds: 'data.messageTimestamp' },
	errorTextFields: ['Message', 'message', 'error'],
};
