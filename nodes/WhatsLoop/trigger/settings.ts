import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { readEvents } from './fields/events';
import { readOptions, type TriggerOptions } from './fields/options';
import type { TriggerContext } from './fields/triggerContext';
import { readUrlToken, readVerification } from './fields/verification';
import type { Filters } from './filter';
import { textOf } from './normalise/values';
import type { Verification } from './verify';

/** What the user set in the node. */
export interface TriggerSettings extends Omit<TriggerOptions, keyof Filters> {
	verification: Verification;
	urlToken: string;
	filters: Filters;
}

/**
 * Reads the node's parameters.
 *
 * @throws InputError where the list of chats can't be read
 */
export function readSettings(context: TriggerContext): TriggerSettings {
	const { ignoreOwn, ignoreGroups, chats, messageTypes, ackStatuses, ...settings } = readOptions(context);
	return {
		...settings,
		verification: readVerification(context),
		urlToken: readUrlToken(context),
		filters: { events: readEvents(context), ignoreOwn, ignoreGroups, chats, messageTypes, ackStatuses },
	};
}

/** The secret that signs the events; empty where the credential has none. White space at its ends comes from copying. */
export const secretOf = (credential: ICredentialDataDecryptedObject): string =>
	(textOf(credential.webhookSecret) ?? '').trim();
