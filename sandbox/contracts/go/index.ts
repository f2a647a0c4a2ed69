import type { Contract } from '../endpoint';
import { goEvents } from './events';
import { goFailure, goProblem } from './answers';
import { buttonSends } from './buttonSends';
import { chats } from './chats';
import { contacts } from './contacts';
import { groups } from './groups';
import { instance } from './instance';
import { listSend } from './listSend';
import { messageSends } from './messageSends';
import { messageStore } from './messageStore';
import { products } from './products';
import { reference } from './reference';

/** WhatsLoop v1, the documented contract. */
export const go: Contract = {
	name: 'go',
	title: 'WhatsLoop v1',
	prefix: '/api/v1',
	account: {
		id: 'go',
		contract: 'go',
		token: '5a11d0b05a11d0b05a11d0b05a11d0b0_SandboxSandboxSandboxSandboxSandbox12345',
		phone: '966500000001',
	},
	tokenForm: /^[0-9a-f]{32}_[0-9A-Za-z]{40}$/,
	// seen: two of the four known clients send forms only
	readsAsPhp: true,
	endpoints: [
		...messageSends,
		...buttonSends,
		listSend,
		...messageStore,
		...chats,
		...contacts,
		...groups,
		...instance,
		...products,
	],
	events: goEvents,
	reference,
	failureBody: goFailure,
	problemBody: goProblem,
	failureBodyWithStatus200: goFailure('Phone is Required'),
};
