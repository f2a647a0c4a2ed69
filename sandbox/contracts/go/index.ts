import type { Contract } from '../endpoint';
import { goFailure, goProblem } from './answers';
import { buttonSends } from './buttonSends';
import { instance } from './instance';
import { listSend } from './listSend';
import { messageSends } from './messageSends';
import { messageStore } from './messageStore';

/** WhatsLoop v1, the documented contract. */
export const go: Contract = {
	name: 'go',
	endpoints: [...messageSends, ...buttonSends, listSend, ...messageStore, ...instance],
	failureBody: goFailure,
	problemBody: goProblem,
	failureBodyWithStatus200: goFailure('Phone is Required'),
};
