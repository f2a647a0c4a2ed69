import type { Endpoint } from '../endpoint';
import { ok } from './answers';

/** The WhatsApp connection behind the token. */
export const instance: Endpoint[] = [
	{
		method: 'GET',
		path: 'instance/status',
		fields: {},
		apply({ state, account }) {
			const { connected } = state.settings;
			const status = connected ? 'connected' : 'disconnected';
			return ok('The status has been successfully fetched.', { status, connected, phone: account.phone });
		},
	},
];
