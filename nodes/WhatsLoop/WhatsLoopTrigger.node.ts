import type {
	IHookFunctions,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { whatsLoopApiTest } from './transport/credentialTest';
import { activate } from './trigger/activate';
import { deactivate } from './trigger/deactivate';
import { triggerProperties } from './trigger/properties';
import { receive } from './trigger/receive';

export class WhatsLoopTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsLoop Trigger',
		name: 'whatsLoopTrigger',
		icon: { light: 'file:whatsLoop.svg', dark: 'file:whatsLoop.dark.svg' },
		group: ['trigger'],
		// Both versions are the same. For version 1 of any trigger n8n 2.41 evaluates an expression with each call, which takes a tenth of an event's time.
		version: [1, 1.1],
		defaultVersion: 1.1,
		subtitle: '={{$parameter["events"].join(", ")}}',
		description: 'Starts the workflow when a WhatsApp message or another event arrives through WhatsLoop',
		eventTriggerDescription: 'Waiting for WhatsLoop to call the test URL',
		activationMessage: 'WhatsLoop can now start this workflow if its dashboard has the Production URL of the trigger.',
		triggerPanel: {
			header: 'Wait for an event from WhatsLoop',
			executionsHelp: {
				inactive:
					'With the <b>Test URL</b> in the WhatsLoop dashboard, click <i>Execute step</i> (in older n8n: <i>Listen for test event</i>) and send a message to your WhatsApp number.<br /><br />Once the workflow is right, put the <b>Production URL</b> there and <i>Publish</i> it (in older n8n: activate it).',
				active:
					'<b>The workflow is live</b>: every event that WhatsLoop sends to the <b>Production URL</b> starts it.<br /><br />To try a change, put the <b>Test URL</b> into the WhatsLoop dashboard for a while and click <i>Execute step</i> (in older n8n: <i>Listen for test event</i>).',
			},
			activationHint: 'Once the workflow is right, publish it (in older n8n: activate it).',
		},
		defaults: { name: 'WhatsLoop Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'whatsLoopApi', required: true, testedBy: 'whatsLoopApiTest' }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				// n8n answers when the execution is stored, before it runs. The empty text makes it send our answer instead of the first item.
				responseMode: 'onReceived',
				responseData: '',
				path: 'webhook',
			},
		],
		properties: triggerProperties,
	};

	methods = {
		credentialTest: { whatsLoopApiTest },
	};

	webhookMethods = {
		default: {
			/**
			 * Always false: no request of WhatsLoop answers this, and `create` checks the settings on each activation.
			 */
			checkExists(this: IHookFunctions): Promise<boolean> {
				return Promise.resolve(false);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await activate(this);
			},
			delete(this: IHookFunctions): Promise<boolean> {
				return Promise.resolve(deactivate(this));
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receive(this);
	}
}
