import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { resources } from './actions';
import { nodeProperties } from './actions/properties';
import { subtitleOf } from './actions/subtitle';
import { runItems } from './execution/runItems';
import { searchGroups, searchRecipients } from './listSearch/search';
import { answerWebhook } from './sendAndWait/answerWebhook';
import { resumeWebhooks } from './sendAndWait/webhooks';
import { whatsLoopApiTest } from './transport/credentialTest';

export class WhatsLoop implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsLoop',
		name: 'whatsLoop',
		icon: { light: 'file:whatsLoop.svg', dark: 'file:whatsLoop.dark.svg' },
		group: ['output'],
		// 1.1: coordinates start empty and not at 0, 0
		version: [1, 1.1],
		// no defaultVersion: with one n8n 2.41 adds no Custom API Call, and a new node gets the last of the list all the same
		subtitle: subtitleOf(resources),
		description: 'Send WhatsApp messages through WhatsLoop',
		defaults: { name: 'WhatsLoop' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'whatsLoopApi', required: true, testedBy: 'whatsLoopApiTest' }],
		webhooks: resumeWebhooks,
		properties: nodeProperties(resources),
	};

	methods = {
		listSearch: { searchGroups, searchRecipients },
		credentialTest: { whatsLoopApiTest },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this);
	}

	/** The links of *Send and Wait for Response*. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await Promise.resolve(answerWebhook(this));
	}
}
