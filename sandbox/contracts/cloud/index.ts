import type { Contract } from '../endpoint';
import { cloudFailure, cloudProblem } from './answers';
import { messageSends } from './messageSends';

/** WhatsLoop Cloud, as its clients use it. */
export const cloud: Contract = {
	name: 'cloud',
	endpoints: messageSends,
	failureBody: cloudFailure,
	problemBody: cloudProblem,
	failureBodyWithStatus200: cloudFailure('The channel is not connected'),
};
