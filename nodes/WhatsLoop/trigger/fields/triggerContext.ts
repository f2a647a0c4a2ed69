import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** The contexts in which n8n activates the trigger and calls it. */
export type TriggerContext = IHookFunctions | IWebhookFunctions;
