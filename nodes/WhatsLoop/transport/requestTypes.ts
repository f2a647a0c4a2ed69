import type { IExecuteFunctions, IHookFunctions, ILoadOptionsFunctions, IWebhookFunctions } from 'n8n-workflow';
import type { ApiCall } from '../contracts/buildRequest';
import type { CallKind } from '../contracts/contract';
import type { Account } from './account';
import type { RetryLimits } from './retryPolicy';

/** The contexts in which n8n runs the two nodes. */
export type RequestContext = IExecuteFunctions | IHookFunctions | IWebhookFunctions | ILoadOptionsFunctions;

export interface RequestSettings extends RetryLimits {
	/** One attempt may take this long. */
	requestTimeoutSeconds: number;
}

export interface Request {
	call: ApiCall;
	kind: CallKind;
	account: Account;
	settings: RequestSettings;
	/** The item that the request is for, so that n8n can point at it. */
	itemIndex?: number;
	/** How long the account's latest send must be ago before this one leaves. */
	pauseMs?: number;
}
