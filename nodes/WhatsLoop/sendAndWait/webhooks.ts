import type { IWebhookDescription } from 'n8n-workflow';

const resumeBy = (httpMethod: 'GET' | 'POST'): IWebhookDescription => ({
	name: 'default',
	httpMethod,
	responseMode: 'onReceived',
	responseData: '',
	path: '={{ $nodeId }}',
	restartWebhook: true,
	isFullPath: true,
});

/**
 * Where the links of a waiting execution lead. They are no triggers: nothing is registered anywhere, they exist for as
 * long as the execution waits.
 */
export const resumeWebhooks: IWebhookDescription[] = [resumeBy('GET'), resumeBy('POST')];
