import type { IDataObject } from 'n8n-workflow';
import { buildRequest } from '../contracts/buildRequest';
import { plainText } from '../input/plainText';
import { listIn } from '../output/listIn';
import { simplifyContact } from '../output/simplifyContact';
import { simplifyGroup } from '../output/simplifyGroup';
import { isGroupId, phoneOfChatId } from '../input/chatIdentity';
import { accountHash, type Account } from '../transport/account';
import { DEFAULT_SETTINGS, requestWhatsLoop } from '../transport/request';
import type { RequestContext, RequestSettings } from '../transport/requestTypes';

/** A person or group to choose from a list. */
export interface Entry {
	name: string;
	/** A phone number for persons, a group's ID for groups. */
	value: string;
}

export type Kind = 'contact' | 'group';

/** Long enough to type a name and to page, short enough to find a contact that was just added. */
const CACHE_MS = 30_000;
/** Accounts times kinds. Lists of a few thousand entries each stay below a few megabytes. */
const MAX_CACHED_LISTS = 20;

/** A person is waiting for the list, so it gives up soon. */
const SEARCH_SETTINGS: RequestSettings = {
	...DEFAULT_SETTINGS,
	maxRetries: 1,
	maxRetryAfterSeconds: 5,
	maxTotalWaitSeconds: 5,
	requestTimeoutSeconds: 20,
};

/** The user's choice, for the error if the API has no such list. */
const MODE_NAME = 'From List';

/** U+2066 LEFT-TO-RIGHT ISOLATE and U+2069 POP DIRECTIONAL ISOLATE. */
const ISOLATE = '\u2066';
const END_OF_ISOLATE = '\u2069';

function contactEntry(record: IDataObject): Entry | undefined {
	const { contactId, phone, name } = simplifyContact(record);
	const value = plainText(phoneOfChatId(contactId) ?? phone ?? contactId);
	if (value === '' || isGroupId(value)) return undefined;
	// isolated, because beside an Arabic name the plus and the bracket would land on the wrong side (Unicode UAX #9)
	const written = `${ISOLATE}+${value}${END_OF_ISOLATE}`;
	return { name: name === undefined ? written : `${plainText(name)} (${written})`, value };
}

function groupEntry(record: IDataObject): Entry | undefined {
	const { groupId, subject } = simplifyGroup(record);
	if (typeof groupId !== 'string') return undefined;
	return { name: subject === undefined ? groupId : `${plainText(subject)} (group)`, value: groupId };
}

const ENTRY_OF = { contact: contactEntry, group: groupEntry };

const cache = new Map<string, { untilMs: number; entries: Promise<Entry[]> }>();

const cacheKey = (account: Account, kind: Kind) => `${kind} ${accountHash(account)}`;

async function load(context: RequestContext, account: Account, kind: Kind): Promise<Entry[]> {
	const call = buildRequest(
		account.contract,
		{ id: `${kind}.getAll`, name: MODE_NAME, labels: {} },
		{},
		{ channelId: account.channelId },
	);
	const body = await requestWhatsLoop(context, { call, kind: 'read', account, settings: SEARCH_SETTINGS });
	const entries = listIn(body)
		.map(ENTRY_OF[kind])
		.filter((entry): entry is Entry => entry !== undefined);
	const byValue = new Map(entries.map((entry) => [entry.value, entry]));
	return [...byValue.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/**
 * All contacts or groups of the account, by name. Kept for half a minute, because the editor asks again with every key
 * pressed; what failed is not kept.
 *
 * @throws InputError where the API has no such list; NodeApiError where the request failed
 */
export async function directoryOf(
	context: RequestContext,
	account: Account,
	kind: Kind,
	nowMs = Date.now(),
): Promise<Entry[]> {
	const key = cacheKey(account, kind);
	const known = cache.get(key);
	if (known && known.untilMs > nowMs) return await known.entries;

	for (const [old, { untilMs }] of cache) if (untilMs <= nowMs || cache.size >= MAX_CACHED_LISTS) cache.delete(old);
	const entries = load(context, account, kind);
	cache.set(key, { untilMs: nowMs + CACHE_MS, entries });
	entries.catch(() => cache.delete(key));
	return await entries;
}
