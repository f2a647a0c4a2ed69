import type { Contract } from '../endpoint';
import { cloudEvents } from './events';
import { cloudFailure, cloudProblem } from './answers';
import { messageSends } from './messageSends';
import { reference } from './reference';

/** WhatsLoop Cloud, as its clients use it. */
export const cloud: Contract = {
	name: 'cloud',
	title: 'WhatsLoop Cloud',
	prefix: '/v1',
	// seen: a tenant's own host has it at https://<tenant>.whatsloop.net/api/v1
	alsoUnder: ['/api/v1'],
	account: {
		id: 'cloud',
		contract: 'cloud',
		token: 'wl_SandboxSandboxSandboxSandboxSandbox12345',
		phone: '966500000002',
	},
	tokenForm: /^wl_[0-9A-Za-z]+$/,
	// every client that was seen sends JSON
	readsAsPhp: false,
	endpoints: messageSends,
	events: cloudEvents,
	reference,
	failureBody: cloudFailure,
	problemBody: cloudProblem,
	failureBodyWithStatus200: cloudFailure('The channel is not connected'),
};
