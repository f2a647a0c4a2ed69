import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { withAsciiDigits } from '../input/digits';
import { toNodeError } from '../input/nodeErrors';
import { readAccount } from '../transport/account';
import { directoryOf, type Entry, type Kind } from './directory';

/** Entries per page of the list in the editor. */
const PAGE_SIZE = 50;

/** A name is found by any part of it, a number also when typed with a plus, spaces or Arabic digits. */
export function matches(entry: Entry, filter: string): boolean {
	const text = withAsciiDigits(filter).trim().toLocaleLowerCase();
	if (entry.name.toLocaleLowerCase().includes(text) || entry.value.includes(text)) return true;
	const digits = text.replace(/[\s+().-]/g, '').replace(/^00/, '');
	return /^\d+$/.test(digits) && entry.value.includes(digits);
}

/** @param paginationToken where the page starts, as a number in a text */
export function pageOf(entries: Entry[], paginationToken: unknown): INodeListSearchResult {
	const start = Number(paginationToken ?? 0) || 0;
	const end = start + PAGE_SIZE;
	return { results: entries.slice(start, end), paginationToken: end < entries.length ? String(end) : undefined };
}

async function search(context: ILoadOptionsFunctions, kinds: Kind[], filter?: string, paginationToken?: unknown) {
	try {
		const account = readAccount(await context.getCredentials('whatsLoopApi'));
		const found: Entry[] = [];
		for (const kind of kinds) found.push(...(await directoryOf(context, account, kind)));
		return pageOf(filter ? found.filter((entry) => matches(entry, filter)) : found, paginationToken);
	} catch (error) {
		// an empty list would say that the account has no contacts
		throw toNodeError(context.getNode(), error);
	}
}

/** For the list mode of Recipient: contacts first, then groups. */
export async function searchRecipients(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await search(this, ['contact', 'group'], filter, paginationToken);
}

/** For the list mode of Group. */
export async function searchGroups(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await search(this, ['group'], filter, paginationToken);
}
