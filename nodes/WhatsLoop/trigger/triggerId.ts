import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** Names a trigger node among all workflows of this n8n, also after it was renamed. */
export const triggerId = (context: IHookFunctions | IWebhookFunctions): string =>
	`${context.getWorkflow().id}/${context.getNode().id}`;
