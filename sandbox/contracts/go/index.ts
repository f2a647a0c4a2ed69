import type { Contract } from '../endpoint';
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

/** WhatsLoop v1, the documented contract. */
export const go: Contract = {
	name: 'go',
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
	failureBody: goFailure,
	problemBody: goProblem,
	failureBodyWithStatus200: goFailure('Phone is Required'),
};
