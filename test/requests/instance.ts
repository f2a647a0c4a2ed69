import { get, post, row, type RequestRow } from './row';
import { PHONE, toPerson } from './samples';

export const instanceRequests: RequestRow[] = [
	row('instance.getStatus', 'of the account', {}, { go: get('instance/status') }),
	row('instance.getQrCode', 'while connected', {}, { go: post('session/status') }),
	{
		operation: 'instance.getQrCode',
		name: 'while disconnected',
		parameters: {},
		on: { go: [post('session/status'), post('qr')] },
		whileDisconnected: true,
	},
	{
		operation: 'instance.getSession',
		name: 'of the account',
		parameters: {},
		on: { go: [post('session/find'), post('session/status')] },
	},
	row(
		'instance.setStatusText',
		'in Arabic',
		{ statusText: 'مفتوح' },
		{
			go: post('instance/set/status', { status: 'مفتوح' }),
		},
	),
	row(
		'instance.setPresence',
		'of the account',
		{ presence: 'available' },
		{
			go: post('instance/set/presence', { presence: 'available' }),
		},
	),
	row('instance.setPresence', 'in one chat', toPerson({ presence: 'composing' }), {
		go: post('instance/set/presence', { presence: 'composing', mixed: PHONE }),
	}),
	row(
		'instance.updateSettings',
		'on',
		{ markOnlineOnConnect: true },
		{
			go: post('instance/set/settings', { markOnlineOnConnect: 1 }),
		},
	),
	row(
		'instance.updateSettings',
		'off',
		{ markOnlineOnConnect: false },
		{
			go: post('instance/set/settings', { markOnlineOnConnect: 0 }),
		},
	),
];
