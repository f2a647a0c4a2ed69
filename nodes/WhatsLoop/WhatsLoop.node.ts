import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IExecuteFunctions,
	INodeCredentialTestResult,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { resources } from './actions';
import { nodeProperties } from './actions/properties';
import { runItems } from './actions/runItems';
import { testCredential } from './transport/credentialTest';

export class WhatsLoop implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'WhatsLoop',
		name: 'whatsLoop',
		icon: { light: 'file:whatsLoop.svg', dark: 'file:whatsLoop.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Send WhatsApp messages through WhatsLoop',
		defaults: { name: 'WhatsLoop' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'whatsLoopApi', required: true, testedBy: 'whatsLoopApiTest' }],
		properties: nodeProperties(resources),
	};

	methods = {
		credentialTest: {
			async whatsLoopApiTest(
				this: ICredentialTestFunctions,
				credential: ICredentialsDecrypted,
			): Promise<INodeCredentialTestResult> {
				const { helpers } = this;
				return await testCredential(helpers.request, credential);
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runItems(this);
	}
}
