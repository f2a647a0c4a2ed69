import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeExecutionData,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { readAccount, type Account } from '../transport/account';
import { readHeader } from '../transport/headers';
import { parseBody, readRawBody } from './body';
import { forgetCredential, keepCredential, recentCredential } from './credentialCache';
import { takeNew, type Fresh } from './deduplicate';
import { passes } from './filter';
import { markRead } from './markRead';
import { addAllMedia, hasMedia } from './media';
import { normalise } from './normalise';
import type { TriggerEvent } from './normalise/triggerEvent';
import { readSettings, secretOf, type TriggerSettings } from './settings';
import { credentialHolder, triggerId } from './triggerId';
import { checkFor, refusalOf } from './verify';

/** The part of Express's response that is used here. n8n-workflow names the type but does not bring it along. */
interface WebhookResponse {
	headersSent: boolean;
	statusCode: number;
	status(code: number): { json(body: IDataObject): unknown };
	once(event: 'finish', listener: () => void): unknown;
}

const responseOf = (context: IWebhookFunctions) => context.getResponseObject() as unknown as WebhookResponse;

/** Answers a call with a small JSON that holds nothing of the event or of the workflow. */
function answer(context: IWebhookFunctions, statusCode: number, json: IDataObject): void {
	const response = responseOf(context);
	if (!response.headersSent) response.status(statusCode).json(json);
}

/** Answers, and starts nothing. */
function end(context: IWebhookFunctions, statusCode: number, json: IDataObject): IWebhookResponseData {
	answer(context, statusCode, json);
	return { noWebhookResponse: true };
}

const ACCEPTED = { status: 'accepted' };
const NOTHING_TO_DO = { status: 'ignored' };

/** What a call is judged by. */
interface Call {
	settings: TriggerSettings;
	rawBody: Buffer;
	/** Names the trigger and the credential it uses. */
	holder: string;
}

interface Judgement {
	account: Account;
	/** Why the call is refused; undefined where it is let in. */
	cause?: string;
}

function judgeBy(
	context: IWebhookFunctions,
	{ settings, rawBody }: Call,
	credential: ICredentialDataDecryptedObject,
): Judgement {
	const account = readAccount(credential);
	const secret = secretOf(credential);
	const check = checkFor(settings.verification, secret !== '', account.contract.events.alwaysSigned);
	const headers = context.getHeaderData() as IDataObject;
	const { token: queryToken } = (context.getQueryData() ?? {}) as IDataObject;
	return { account, cause: refusalOf(check, { rawBody, headers, queryToken, secret, urlToken: settings.urlToken }) };
}

/** Judges by the credential of a moment ago where that lets the call in; only one that was read just now may refuse it. */
async function judge(context: IWebhookFunctions, call: Call): Promise<Judgement> {
	const recent = recentCredential(call.holder, performance.now());
	const judgement = recent && judgeBy(context, call, recent);
	if (judgement !== undefined && judgement.cause === undefined) return judgement;

	const credential = await context.getCredentials('whatsLoopApi');
	// one without a secret lets everybody in, so it is read anew each time: a secret that is added counts at once
	if (secretOf(credential) === '') forgetCredential(call.holder);
	else keepCredential(call.holder, credential, performance.now());
	return judgeBy(context, call, credential);
}

/** n8n listens for a single event then; somebody who sends the same one again and again wants to see it each time. */
const isTest = (context: IWebhookFunctions) => context.getMode() === 'manual';

function leaveOutRepeated(context: IWebhookFunctions, events: TriggerEvent[], settings: TriggerSettings): Fresh {
	if (!settings.deduplicate || isTest(context)) return { events, forget: () => undefined };
	return takeNew(triggerId(context), events, context.getWorkflowStaticData('node'));
}

/** Where n8n could not start an execution, it answers so, and WhatsLoop may try again: that is no repetition then. */
function forgetOnFailure(context: IWebhookFunctions, { forget }: Fresh): void {
	const response = responseOf(context);
	response.once('finish', () => {
		if (response.statusCode >= 500) forget();
	});
}

function toItem(event: TriggerEvent, includeRaw: boolean): INodeExecutionData {
	const { raw, ...rest } = event;
	return { json: includeRaw ? { ...rest, raw } : rest };
}

/**
 * Hands the items to n8n. n8n answers as soon as the execution is stored and before it runs, so an n8n that is stopped in
 * between has not said yes to an event that it lost. Files take too long for that: with them the answer goes first.
 */
async function start(
	context: IWebhookFunctions,
	events: TriggerEvent[],
	settings: TriggerSettings,
): Promise<IWebhookResponseData> {
	const items = events.map((event) => toItem(event, settings.includeRaw));
	if (!settings.downloadMedia || !events.some(hasMedia)) return { workflowData: [items], webhookResponse: ACCEPTED };
	answer(context, 200, ACCEPTED);
	await addAllMedia(context, items, events);
	return { noWebhookResponse: true, workflowData: [items] };
}

function refuse(context: IWebhookFunctions, cause: string): IWebhookResponseData {
	const where = { node: context.getNode().name, workflowId: context.getWorkflow().id };
	context.logger.warn(`WhatsLoop Trigger: refused an event, ${cause}`, where);
	return end(context, 401, { status: 'refused', message: 'Not verified' });
}

async function take(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = readSettings(context);
	const rawBody = await readRawBody(context.getRequestObject());
	if (rawBody.length > settings.maxBodyBytes)
		return end(context, 413, { status: 'refused', message: 'The body is too large' });

	const { account, cause } = await judge(context, { settings, rawBody, holder: credentialHolder(context) });
	if (cause !== undefined) return refuse(context, cause);

	const body = parseBody(rawBody, readHeader(context.getHeaderData() as IDataObject, 'content-type') ?? '');
	if (body === undefined) return end(context, 400, { status: 'refused', message: 'The body is not an event' });

	const wanted = normalise(body, Date.now()).filter((event) => passes(event, settings.filters));
	const fresh = leaveOutRepeated(context, wanted, settings);
	if (fresh.events.length === 0) return end(context, 200, NOTHING_TO_DO);

	forgetOnFailure(context, fresh);
	// not waited for: a tick in WhatsApp must not hold up the answer, or the workflow
	if (settings.markAsRead) void markRead(context, account, fresh.events);
	return await start(context, fresh.events, settings);
}

/**
 * Takes one call of the webhook: refuses it, leaves it be, or starts the workflow with what it brought. Never throws: n8n
 * would start a failing execution for that.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await take(context);
	} catch (error) {
		context.logger.error(`WhatsLoop Trigger: an event could not be taken. ${(error as Error).message}`);
		return end(context, 500, { status: 'error', message: 'The event could not be taken' });
	}
}
