import type { IAuthenticate, Icon, ICredentialType, INodeProperties } from 'n8n-workflow';
import { contracts, defaultContract } from '../nodes/WhatsLoop/contracts';
import type { Contract } from '../nodes/WhatsLoop/contracts/contract';
import { plainText } from '../nodes/WhatsLoop/input/plainText';

/** One for each API, because their addresses differ. Empty means the API's own address, so that changing the API changes it too. */
const baseUrlOf = ({ id, defaultBaseUrl, baseUrlHint }: Contract): INodeProperties => ({
	displayName: 'Base URL',
	name: 'baseUrl',
	type: 'string',
	default: '',
	placeholder: defaultBaseUrl,
	hint: baseUrlHint ?? 'Leave it empty to use the address that is shown',
	description: 'Address of the WhatsLoop API. Leave it empty to use the one shown.',
	displayOptions: { show: { apiVersion: [id] } },
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
			options: contracts.map(({ id, name, accounts }) => ({ name, value: id, description: accounts })),
			default: defaultContract.id,
		},
		...contracts.map(baseUrlOf),
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Token of your account, from the WhatsLoop dashboard',
			hint: 'Copy it from the WhatsLoop dashboard. Ask WhatsLoop if you do not find it: the page is not documented.',
		},
		{
			displayName: 'Channel ID',
			name: 'channelId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 5',
			description: 'Number of the channel to send from. Leave it empty if the account has one.',
			displayOptions: {
				show: { apiVersion: contracts.filter(({ channelField }) => channelField).map(({ id }) => id) },
			},
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Secret that WhatsLoop signs its events with',
			hint: 'Only the trigger needs it, to know that an event really comes from WhatsLoop',
		},
	];

	/**
	 * A function and no expression: n8n 2.41 evaluates expressions in an isolate that it takes away when a trigger's call has
	 * ended, and *Mark as Read* goes out after that. Trimmed, because a line break copied along can't stand in a header.
	 */
	authenticate: IAuthenticate = (credentials, request) =>
		Promise.resolve({
			...request,
			headers: { ...request.headers, Authorization: `Bearer ${plainText(credentials.apiToken).trim()}` },
		});
}
