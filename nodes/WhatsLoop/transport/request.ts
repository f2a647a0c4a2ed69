import type {
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	INode,
	IWebhookFunctions,
	JsonObject,
} from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { ApiCall } from '../contracts/buildRequest';
import type { Account } from './account';
import { errorText } from './errorTexts';
import { outcomeOfAnswer, outcomeOfError, type Outcome } from './outcome';
import { arrivalOf, decide, type CallKind, type GiveUp, type Progress, type RetryLimits } from './retryPolicy';
import { systemClock, waitUnlessStopped, type Clock } from './wait';

/** The contexts in which n8n runs the two nodes. */
export type RequestContext = IExecuteFunctions | IHookFunctions | IWebhookFunctions | ILoadOptionsFunctions;

export interface RequestSettings extends RetryLimits {
	/** One attempt may take this long. */
	requestTimeoutSeconds: number;
}

export const DEFAULT_SETTINGS: RequestSettings = {
	maxRetries: 5,
	maxRetryAfterSeconds: 120,
	maxTotalWaitSeconds: 600,
	requestTimeoutSeconds: 60,
	retryUncertain: false,
};

export interface Request {
	call: ApiCall;
	kind: CallKind;
	account: Account;
	settings: RequestSettings;
	/** The item that the request is for, so that n8n can point at it. */
	itemIndex?: number;
}

/** How much waiting there was; one report can gather many requests. */
export interface WaitReport {
	waitedMs: number;
	retries: number;
}

const cancelSignal = (context: RequestContext): AbortSignal | undefined =>
	'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;

/** n8n stores an error together with its node. Parameters hold message texts and numbers, so they stay out. */
export const nodeForErrors = (node: INode): INode => ({ ...node, parameters: {} });

/**
 * Sends one attempt. HTTP errors are not thrown, because a thrown NodeApiError has lost `Retry-After` on many versions of
 * n8n (n8n-workflow 1.100 to 2.30). Redirects are not followed: a POST would arrive as a GET somewhere else.
 */
async function attempt(context: RequestContext, { call, account, settings }: Request): Promise<Outcome> {
	const options: IHttpRequestOptions = {
		method: call.method,
		url: `${account.baseUrl}/${call.path}`,
		qs: call.query,
		// a fresh copy for each attempt, so that nothing n8n does to one can reach the next
		body: call.body === undefined ? undefined : structuredClone(call.body),
		json: true,
		timeout: settings.requestTimeoutSeconds * 1000,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	try {
		const answer = await context.helpers.httpRequestWithAuthentication.call(context, 'whatsLoopApi', options);
		return outcomeOfAnswer(answer, account.contract.judge);
	} catch (error) {
		return outcomeOfError(error);
	}
}

function stopped(context: RequestContext, itemIndex?: number): NodeOperationError {
	// n8n counts an execution as canceled, not as failed, by the word "canceled" in the message (n8n-core, workflow-execute)
	return new NodeOperationError(nodeForErrors(context.getNode()), 'The execution was canceled before this was sent', {
		description: 'The execution was stopped. Nothing was sent for this item, or nothing more.',
		itemIndex,
	});
}

/**
 * Rebuilt from parsed fields, never from the thrown error: its request headers carry the token. Texts are set after the
 * construction, because NodeApiError replaces a message in which it finds an error code, even inside a word.
 */
function apiError(context: RequestContext, request: Request, outcome: Outcome, because: GiveUp, progress: Progress, nowMs: number) {
	const { call, account, itemIndex } = request;
	const text = errorText({
		outcome,
		because,
		kind: request.kind,
		progress,
		contract: account.contract,
		requestLine: `${call.method} ${call.path}`,
		privateTexts: [account.token, ...call.privateTexts],
		nowMs,
	});
	const fields: JsonObject = { message: text.message };
	const error = new NodeApiError(nodeForErrors(context.getNode()), fields, { ...text, itemIndex });
	error.message = text.message;
	error.description = text.description;
	error.httpCode = text.httpCode ?? null;
	return error;
}

/**
 * The one way to WhatsLoop, for both nodes. Its order of business: stopped? → send → judge → return, wait and try again, or
 * throw one error.
 *
 * @returns the JSON body of the answer
 * @throws NodeApiError that says what happened and what to do; NodeOperationError where the execution was stopped
 */
export async function requestWhatsLoop(
	context: RequestContext,
	request: Request,
	report: WaitReport = { waitedMs: 0, retries: 0 },
	clock: Clock = systemClock,
): Promise<IDataObject | IDataObject[]> {
	const signal = cancelSignal(context);
	const progress: Progress = { attempts: 0, waitedMs: 0, mayHaveArrived: false };

	for (;;) {
		if (signal?.aborted) throw stopped(context, request.itemIndex);
		const outcome = await attempt(context, request);
		progress.attempts++;
		progress.mayHaveArrived ||= arrivalOf(outcome, clock.now()) === 'maybe';

		const decision = decide(outcome, request.kind, request.settings, progress, clock.now(), clock.random());
		if (decision.action === 'done' && outcome.kind === 'answered') return outcome.body as IDataObject;
		if (decision.action !== 'retry') {
			const because: GiveUp = decision.action === 'fail' ? decision.because : { reason: 'final' };
			throw apiError(context, request, outcome, because, progress, clock.now());
		}

		context.logger.debug(`WhatsLoop: attempt ${progress.attempts} of ${request.call.path} failed, next one in ${decision.waitMs} ms`);
		const slept = await waitUnlessStopped(decision.waitMs, signal, clock);
		progress.waitedMs += decision.waitMs;
		report.waitedMs += decision.waitMs;
		report.retries++;
		if (!slept) throw stopped(context, request.itemIndex);
	}
}
