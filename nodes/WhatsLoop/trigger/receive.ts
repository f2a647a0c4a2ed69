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
import { BodyError } from './bodyError';
import { forgetCredential, keepCredential, recentCredential } from './credentialCache';
import { takeNew, type Fresh } from './deduplicate';
import { ageRefusal } from './eventAge';
import { passes } from './filter';
import { markRead } from './markRead';
import { addAllMedia, hasMedia } from './media';
import { normalise } from './normalise';
import { MAX_RECORDS } from './normalise/limits';
import type { TriggerEvent } from './normalise/triggerEvent';
import { readSettings, secretOf, type TriggerSettings } from './settings';
import { credentialHolder, triggerId } from './triggerId';
import { checkFor, refusalOf, type Check } from './verify';

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
	check: Check;
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
	const cause = refusalOf(check, { rawBody, headers, queryToken, secret, urlToken: settings.urlToken });
	return { account, check, cause };
}

/** Judges by the credential of a moment ago where that lets the call in. A refusal is made with a credential that was read just now. */
async function judge(context: IWebhookFunctions, call: Call): Promise<Judgement> {
	const recent = recentCredential(call.holder, performance.now());
	const judgement = recent && judgeBy(context, call, recent);
	if (judgement !== undefined && judgement.cause === undefined) return judgement;

	const credential = await context.getCredentials('whatsLoopApi');
	// a credential without a secret lets everybody in, so it is read each time: a new secret counts at once
	if (secretOf(credential) === '') forgetCredential(call.holder);
	else keepCredential(call.holder, credential, performance.now());
	return judgeBy(context, call, credential);
}

/** In a test n8n listens for one event. A person who sends the same event several times wants to see it each time. */
const isTest = (context: IWebhookFunctions) => context.getMode() === 'manual';

function leaveOutRepeated(context: IWebhookFunctions, events: TriggerEvent[], settings: TriggerSettings): Fresh {
	if (!settings.deduplicate || isTest(context)) return { events, forget: () => undefined };
	return takeNew(triggerId(context), events, context.getWorkflowStaticData('node'));
}

/** Where n8n could not start an execution, it answers with 5xx. WhatsLoop may try again then, which is no repetition. */
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
 * Hands the items to n8n, which answers the call once the execution is stored: an n8n that is stopped before that has not
 * said yes to an event that it lost. Downloads take too long to wait for, so with them the answer goes first.
 */
async function start(
	context: IWebhookFunctions,
	events: TriggerEvent[],
	settings: TriggerSettings,
): Promise<IWebhookResponseData> {
	const items = events.map((event) => toItem(event, settings.includeRaw));
	if (!settings.downloadMedia || !events.some(hasMedia)) return { workflowData: [items], webhookResponse: ACCEPTED };
	answer(context, 200, ACCEPTED);
	await addAllMedia(context, items, events, { allowLocalAddresses: settings.allowLocalAddresses });
	return { noWebhookResponse: true, workflowData: [items] };
}

function refuse(context: IWebhookFunctions, cause: string): IWebhookResponseData {
	const where = { node: context.getNode().name, workflowId: context.getWorkflow().id };
	context.logger.warn(`WhatsLoop Trigger: refused an event, ${cause}`, where);
	return end(context, 401, { status: 'refused', message: 'Not verified' });
}

/** @throws BodyError where the body is no event, or holds too much */
function readBody(context: IWebhookFunctions, rawBody: Buffer): IDataObject | IDataObject[] {
	const contentType = readHeader(context.getHeaderData() as IDataObject, 'content-type') ?? '';
	const body = parseBody(rawBody, contentType);
	if (body === undefined) throw new BodyError(400, 'The body is not an event');
	return body;
}

/** @throws BodyError where there are too many */
function readEvents(body: IDataObject | IDataObject[]): TriggerEvent[] {
	const events = normalise(body, Date.now());
	if (events.length > MAX_RECORDS) throw new BodyError(413, `The body has more than ${MAX_RECORDS} records`);
	return events;
}

async function take(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = readSettings(context);
	const rawBody = await readRawBody(context.getRequestObject());
	if (rawBody.length > settings.maxBodyBytes) throw new BodyError(413, 'The body is too large');

	const { account, check, cause } = await judge(context, { settings, rawBody, holder: credentialHolder(context) });
	if (cause !== undefined) return refuse(context, cause);

	const body = readBody(context, rawBody);
	const tooOld = check === 'signature' ? ageRefusal(body, settings.maxEventAgeMs, Date.now()) : undefined;
	if (tooOld !== undefined) return refuse(context, tooOld);

	const wanted = readEvents(body).filter((event) => passes(event, settings.filters));
	const fresh = leaveOutRepeated(context, wanted, settings);
	if (fresh.events.length === 0) return end(context, 200, NOTHING_TO_DO);

	forgetOnFailure(context, fresh);
	// not waited for: a request to WhatsLoop must not delay the answer or the workflow
	if (settings.markAsRead) void markRead(context, account, fresh.events);
	return await start(context, fresh.events, settings);
}

/**
 * Takes one call of the webhook: refuses it, ignores it, or starts the workflow with its events. It never throws, because
 * n8n would start a failing execution for that.
 */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	try {
		return await take(context);
	} catch (error) {
		if (error instanceof BodyError) {
			return end(context, error.statusCode, { status: 'refused', message: error.message });
		}
		context.logger.error(`WhatsLoop Trigger: an event could not be taken. ${(error as Error).message}`);
		return end(context, 500, { status: 'error', message: 'The event could not be taken' });
	}
}
