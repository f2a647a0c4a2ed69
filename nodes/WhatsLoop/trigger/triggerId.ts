import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** Names a trigger node among all workflows of this n8n, also after it was renamed. */
export const triggerId = (context: IHookFunctions | IWebhookFunctions): string =>
	`${context.getWorkflow().id}/${context.getNode().id}`;

/** Names a trigger node together with the credential that it uses. */
export const credentialHolder = (context: IHookFunctions | IWebhookFunctions): string =>
	`${triggerId(context)}/${context.getNode().credentials?.whatsLoopApi?.id ?? ''}`;
