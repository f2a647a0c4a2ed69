import type { IHttpRequestOptions } from 'n8n-workflow';
import { judgeAnswer } from '../contracts/judgeAnswer';
import { withinDeadline } from './deadline';
import { outcomeOfAnswer, outcomeOfError, type HttpAnswer, type Outcome } from './outcome';
import type { Request, RequestContext } from './requestTypes';

/**
 * Sends one attempt. HTTP errors are not thrown, because a thrown NodeApiError has lost `Retry-After` on many versions of
 * n8n (n8n-workflow 1.100 to 2.30). Redirects are not followed: a POST would arrive as a GET somewhere else.
 *
 * Never throws, and never takes longer than the Request Timeout.
 *
 * @param nowMs our own clock, milliseconds since the epoch
 */
export async function attempt(
	context: RequestContext,
	{ call, kind, account, settings }: Request,
	cancelSignal: AbortSignal | undefined,
	nowMs: () => number,
): Promise<Outcome> {
	const timeoutMs = settings.requestTimeoutSeconds * 1000;
	const options: IHttpRequestOptions = {
		method: call.method,
		url: `${account.baseUrl}/${call.path}`,
		qs: call.query,
		// a fresh copy for each attempt, so that nothing n8n does to one can reach the next
		body: structuredClone(call.body),
		json: true,
		timeout: timeoutMs,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	};
	const send = async (abortSignal: AbortSignal) =>
		(await context.helpers.httpRequestWithAuthentication.call(context, 'whatsLoopApi', {
			...options,
			abortSignal,
		})) as HttpAnswer;
	try {
		const answer = await withinDeadline(send, timeoutMs, cancelSignal);
		return outcomeOfAnswer(answer, (body) => judgeAnswer(account.contract, kind, body), nowMs());
	} catch (error) {
		return outcomeOfError(error);
	}
}
