import type { INodeProperties } from 'n8n-workflow';
import { alwaysSignedNames } from '../../contracts/availability';
import { textOf } from '../normalise/values';
import type { Verification } from '../verify';
import type { TriggerContext } from './triggerContext';

export const verification: INodeProperties = {
	displayName: 'Verification',
	name: 'verification',
	type: 'options',
	options: [
		{
			name: 'Automatic',
			value: 'auto',
			description: `By signature if the credential has a Webhook Secret, else none. ${alwaysSignedNames()} needs a secret.`,
		},
		{ name: 'None', value: 'none', description: 'Anybody who knows the URL can start the workflow' },
		{
			name: 'Signature',
			value: 'signature',
			description: 'Only events signed with the Webhook Secret of the credential',
		},
		{ name: 'URL Token', value: 'token', description: 'Only calls of the URL with a token of yours in it' },
	],
	default: 'auto',
	description: "How to make sure that an event comes from WhatsLoop. What fails is refused, and n8n's log says why.",
};

export const urlToken: INodeProperties = {
	displayName: 'URL Token',
	name: 'urlToken',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	required: true,
	placeholder: 'e.g. a long random text',
	description: 'Add it to the URL that you paste into WhatsLoop: …/webhook?token=YOUR-TOKEN',
	displayOptions: { show: { verification: ['token'] } },
};

export const readVerification = (context: TriggerContext): Verification =>
	context.getNodeParameter(verification.name, verification.default) as Verification;

/** Empty if the user has not filled it in. */
export const readUrlToken = (context: TriggerContext): string =>
	(textOf(context.getNodeParameter(urlToken.name, urlToken.default)) ?? '').trim();
