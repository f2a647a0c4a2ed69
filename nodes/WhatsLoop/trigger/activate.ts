import type { IHookFunctions } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { InputError } from '../input/InputError';
import { nodeForErrors, toNodeError } from '../input/nodeErrors';
import { readAccount, type Account } from '../transport/account';
import { DEFAULT_SETTINGS, requestWhatsLoop } from '../transport/request';
import { markReadCall } from './markRead';
import { events as eventsField } from './fields/events';
import { urlToken as urlTokenField } from './fields/verification';
import { readSettings, secretOf, type TriggerSettings } from './settings';
import { checkFor } from './verify';
import { addressProblem } from './webhookAddress';

/**
 * A person is waiting in the editor, so an outage is waited out for a shorter time than with a message. A rate limit is
 * waited out fully.
 */
const ACTIVATION_SETTINGS = { ...DEFAULT_SETTINGS, maxRetries: 3, requestTimeoutSeconds: 15 };

/** Statuses that mean a wrong token. Other statuses do not tell whether events will come. */
const TOKEN_REFUSED = new Set(['401', '403']);

/** @throws InputError naming the ways out */
function checkVerification(settings: TriggerSettings, account: Account, secret: string): void {
	const { verification, urlToken } = settings;
	const { alwaysSigned } = account.contract.events;
	const check = checkFor(verification, secret !== '', alwaysSigned);
	if (check === 'signature' && secret === '') {
		const why =
			verification === 'auto' ? `${account.contract.name} signs its events` : 'Verification is set to "Signature"';
		throw new InputError(
			`${why}, but the credential has no Webhook Secret to check them with`,
			'Either fill in "Webhook Secret" in the credential, with the secret that the WhatsLoop dashboard shows for the webhook, ' +
				'or set "Verification" to "URL Token" (or "None") in this node.',
		);
	}
	if (check === 'token' && urlToken === '') {
		throw new InputError(
			`"${urlTokenField.displayName}" is empty`,
			'Fill in a long random text, and add it to the URL in the WhatsLoop dashboard: …/webhook?token=YOUR-TOKEN.',
		);
	}
}

function checkSettings(context: IHookFunctions, account: Account, secret: string): void {
	const settings = readSettings(context);
	checkVerification(settings, account, secret);
	if (settings.markAsRead) markReadCall(account.contract, ''); // throws where the API has no request for it
	if (settings.filters.events.size === 0)
		throw new InputError(`"${eventsField.displayName}" is empty`, 'Choose what starts the workflow.');
}

function mentionAddress(context: IHookFunctions): void {
	const url = context.getNodeWebhookUrl('default') ?? '';
	const problem = addressProblem(url);
	if (problem === undefined) return;
	context.logger.warn(
		`WhatsLoop Trigger: the webhook URL ${url} ${problem}. WhatsLoop needs a public https address: ` +
			'set the environment variable WEBHOOK_URL of n8n to one, and paste the URL that the node then shows.',
	);
}

/**
 * Sends one request that changes nothing. Only a refused token stops the activation, because events come in without any
 * request of ours.
 */
async function askWhatsLoop(context: IHookFunctions, account: Account): Promise<void> {
	const { probe, events, name } = account.contract;
	const { method, path, body } = probe;
	try {
		const call = { method, path, body, privateTexts: [] };
		const answer = await requestWhatsLoop(context, { call, kind: 'read', account, settings: ACTIVATION_SETTINGS });
		if (events.readConnected(answer) !== false) return;
		context.logger.warn(
			'WhatsLoop Trigger: WhatsApp is not connected. Events only come while it is: connect it in the WhatsLoop dashboard.',
		);
	} catch (error) {
		const apiError = error as NodeApiError;
		const code = String(apiError.httpCode);
		if (TOKEN_REFUSED.has(code)) {
			throw new NodeOperationError(nodeForErrors(context.getNode()), apiError.message, {
				description: apiError.description ?? undefined,
			});
		}
		// refused for its content, as intended, or an unknown path: in both cases the server answers
		if (code.startsWith('4') && code !== '429') return;
		context.logger.warn(`WhatsLoop Trigger: could not ask ${name} whether WhatsApp is connected. ${apiError.message}`);
	}
}

/**
 * Checks what would go wrong with the first event. Nothing is registered: no such request of WhatsLoop is known, and
 * users paste the URL by hand.
 *
 * @throws NodeOperationError where no event could be let in, or the token is refused
 */
export async function activate(context: IHookFunctions): Promise<boolean> {
	const credential = await context.getCredentials('whatsLoopApi');
	let account: Account;
	try {
		account = readAccount(credential);
		checkSettings(context, account, secretOf(credential));
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
	mentionAddress(context);
	await askWhatsLoop(context, account);
	return true;
}
