import type { IAuthenticate, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** One for each API, because the address to start from differs; n8n keeps the value of the one that is shown. */
const baseUrlFor = (apiVersion: string, address: string, hint?: string): INodeProperties => ({
	displayName: 'Base URL',
	name: 'baseUrl',
	type: 'string',
	default: address,
	hint,
	description: 'Address of the WhatsLoop API',
	displayOptions: { show: { apiVersion: [apiVersion] } },
});

export class WhatsLoopApi implements ICredentialType {
	name = 'whatsLoopApi';

	displayName = 'WhatsLoop API';

	icon: Icon = { light: 'file:../nodes/WhatsLoop/whatsLoop.svg', dark: 'file:../nodes/WhatsLoop/whatsLoop.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-whatsloop/n8n-nodes-whatsloop#credential';

	properties: INodeProperties[] = [
		{
			displayName: 'API Version',
			name: 'apiVersion',
			type: 'options',
			options: [
				{ name: 'WhatsLoop v1', value: 'go', description: 'Accounts of go-wloop.net' },
				{
					name: 'WhatsLoop Cloud',
					value: 'cloud',
					description: 'Accounts of whatsloop.net, with tokens that start with wl_',
				},
			],
			default: 'go',
		},
		baseUrlFor('go', 'https://go-wloop.net/api/v1'),
		baseUrlFor(
			'cloud',
			'https://api.whatsloop.net/v1',
			'Some accounts have an address of their own, such as https://&lt;tenant&gt;.whatsloop.net/api/v1',
		),
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'From the WhatsLoop dashboard',
		},
		{
			displayName: 'Channel ID',
			name: 'channelId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 5',
			description: 'Number of the channel to send from. Leave it empty if the account has one.',
			displayOptions: { show: { apiVersion: ['cloud'] } },
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Secret that WhatsLoop signs its events with. Only the trigger needs it.',
		},
	];

	/**
	 * A function and no expression: n8n 2.41 evaluates expressions in an isolate that it takes away when a trigger's call has
	 * ended, and *Mark as Read* goes out after that. Trimmed, because a line break copied along can't stand in a header.
	 */
	authenticate: IAuthenticate = async (credentials, request) => ({
		...request,
		headers: { ...request.headers, Authorization: `Bearer ${String(credentials.apiToken ?? '').trim()}` },
	});
}
