import type { IDataObject, JsonObject } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { nodeForErrors } from '../input/nodeErrors';
import { errorText, type ErrorText } from './errorTexts';
import { attempt } from './attempt';
import type { Outcome } from './outcome';
import { queueOf } from './rateLimit/accountQueues';
import type { AccountQueue } from './rateLimit/accountQueue';
import type { Request, RequestContext, RequestSettings } from './requestTypes';
import { deliveryOf, decideRetry, type GiveUp, type Progress, type RetryLimits } from './retryPolicy';
import { systemClock, waitUnlessStopped, type Clock } from './wait';
import { WaitMeter } from './waitMeter';

export const DEFAULT_SETTINGS: RequestSettings = {
	maxRetries: 5,
	maxRetryAfterSeconds: 120,
	maxTotalWaitSeconds: 600,
	requestTimeoutSeconds: 60,
	retryUncertain: false,
};

const cancelSignal = (context: RequestContext): AbortSignal | undefined =>
	'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;

/** Whether nobody can know if the request of this error was acted on. */
export const isUncertain = (error: NodeApiError): boolean => error.context.mayHaveArrived === true;

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
function nodeApiError(
	context: RequestContext,
	text: ErrorText,
	mayHaveArrived: boolean,
	itemIndex?: number,
): NodeApiError {
	const fields: JsonObject = { message: text.message };
	const error = new NodeApiError(nodeForErrors(context.getNode()), fields, { ...text, itemIndex });
	error.message = text.message;
	error.description = text.description;
	error.httpCode = text.httpCode ?? null;
	error.context.mayHaveArrived = mayHaveArrived;
	return error;
}

/** The error of an earlier try after which nobody could know whether the request was acted on, once more for the same item. */
export const uncertainError = (context: RequestContext, text: ErrorText, itemIndex: number): NodeApiError =>
	nodeApiError(context, text, true, itemIndex);

function apiError(
	context: RequestContext,
	request: Request,
	outcome: Outcome,
	because: GiveUp,
	progress: Progress,
	nowMs: number,
) {
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
	return nodeApiError(context, text, progress.mayHaveArrived, itemIndex);
}

/** The person who pressed *Execute step* is watching, so an unreachable address is reported soon. */
const MANUAL_UNREACHABLE_SECONDS = 5;

const limitsFor = (context: RequestContext, settings: RequestSettings): RetryLimits =>
	'getMode' in context && context.getMode?.() === 'manual'
		? { ...settings, maxUnreachableSeconds: MANUAL_UNREACHABLE_SECONDS }
		: settings;

/** What goes through all attempts of one request. */
interface AttemptContext {
	queue: AccountQueue;
	progress: Progress;
	meter: WaitMeter;
	clock: Clock;
	/** When the attempt before this one ended, on the clock that never jumps. */
	endedAtMs?: number;
}

/** Adds the time since the attempt before: the wait that was decided on, and the time in the account's queue. */
function countWait(attemptContext: AttemptContext): void {
	const { progress, clock, endedAtMs } = attemptContext;
	if (endedAtMs !== undefined) progress.waitedMs += clock.monotonicMs() - endedAtMs;
}

/** Waits in the account's queue, sends one attempt, and lets the account learn from the answer. */
async function attemptFromQueue(
	context: RequestContext,
	request: Request,
	attemptContext: AttemptContext,
): Promise<Outcome | 'stopped'> {
	const { queue, progress, meter, clock } = attemptContext;
	const signal = cancelSignal(context);
	const longestBlockMs = request.settings.maxRetryAfterSeconds * 1000;
	const { pauseMs = 0, kind } = request;
	const acquire = async () => {
		const result = await meter.during(() => queue.acquire({ signal, attempts: progress.attempts, longestBlockMs }));
		if (result.kind === 'go' && kind === 'send') queue.sendPause.noteSend();
		return result;
	};
	const acquired =
		pauseMs > 0 ? ((await queue.sendPause.before(pauseMs, signal, acquire)) ?? { kind: 'stopped' }) : await acquire();
	countWait(attemptContext);
	if (acquired.kind === 'stopped') return 'stopped';
	if (acquired.kind === 'blocked') return { kind: 'heldBack', waitMs: acquired.waitMs };

	const outcome = await attempt(context, request, signal, clock.now);
	attemptContext.endedAtMs = clock.monotonicMs();
	const told = 'rateLimit' in outcome ? outcome.rateLimit : undefined;
	progress.attempts++;
	if (queue.release(acquired.ticket, told)) progress.unluckyAttempts++;
	progress.mayHaveArrived ||= deliveryOf(outcome) === 'maybe';
	return outcome;
}

/**
 * The one way to WhatsLoop, for both nodes. Its order of business: stopped? → the account's queue → send → learn from the
 * headers → judge → return, wait and try again, or throw one error.
 *
 * @param meter gathers the waits of several requests
 * @returns the JSON body of the answer
 * @throws NodeApiError that says what happened and what to do; NodeOperationError where the execution was stopped
 */
export async function requestWhatsLoop(
	context: RequestContext,
	request: Request,
	clock: Clock = systemClock,
	meter: WaitMeter = new WaitMeter(clock),
): Promise<IDataObject | IDataObject[]> {
	const signal = cancelSignal(context);
	const limits = limitsFor(context, request.settings);
	const progress: Progress = { attempts: 0, unluckyAttempts: 0, waitedMs: 0, mayHaveArrived: false };
	const attemptContext: AttemptContext = { queue: queueOf(request.account, clock), progress, meter, clock };

	for (;;) {
		const outcome = await attemptFromQueue(context, request, attemptContext);
		if (outcome === 'stopped') throw stopped(context, request.itemIndex);

		const decision = decideRetry(outcome, request.kind, limits, progress, clock.random());
		if (decision.action === 'done' && outcome.kind === 'answered') return outcome.body as IDataObject;
		if (decision.action !== 'retry') {
			const because: GiveUp = decision.action === 'fail' ? decision.because : { reason: 'final' };
			throw apiError(context, request, outcome, because, progress, clock.now());
		}

		context.logger.debug(
			`WhatsLoop: attempt ${progress.attempts} of ${request.call.path} failed, next one in ${decision.waitMs} ms`,
		);
		meter.retries++;
		meter.onWait(decision.waitMs);
		const slept = await meter.during(() => waitUnlessStopped(decision.waitMs, signal, clock));
		if (!slept) throw stopped(context, request.itemIndex);
	}
}
