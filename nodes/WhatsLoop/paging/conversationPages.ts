import type { IDataObject } from 'n8n-workflow';
import type { Values } from '../contracts/contract';
import { readPath } from '../contracts/readPath';
import { plainText } from '../input/plainText';
import { asBoolean, firstOf } from '../output/firstOf';
import { listIn } from '../output/listIn';

/** Messages per request. The service's maximum is not known; a shorter page does no harm. */
const PAGE_SIZE = 100;

const ID_PATHS = ['key.id', 'id'];

interface Cursor {
	cursorId: string;
	cursorFromMe: boolean;
}

const idOf = (record: IDataObject) => plainText(firstOf(record, ID_PATHS));

const timeOf = (record: IDataObject) => Number(firstOf(record, ['messageTimestamp', 'time']) ?? 0);

/** The software of this family lists a page from old to new; one that goes the other way is recognised by its times. */
export function newestFirst(page: IDataObject[]): IDataObject[] {
	const isNewestFirst = page.length > 1 && timeOf(page[0]) > timeOf(page[page.length - 1]);
	return isNewestFirst ? page : [...page].reverse();
}

/** Where the next page starts: as the answer says, else before the oldest message of this one. */
function cursorAfter(body: unknown, oldest: IDataObject): Cursor {
	const cursorId = firstOf(body, ['data.cursorId', 'data.cursor.id', 'cursorId', 'cursor.id']) ?? idOf(oldest);
	const fromMe =
		firstOf(body, ['data.cursorFromMe', 'data.cursor.fromMe', 'cursorFromMe', 'cursor.fromMe']) ??
		readPath(oldest, 'key.fromMe') ??
		oldest.fromMe;
	return { cursorId: plainText(cursorId), cursorFromMe: asBoolean(fromMe) ?? false };
}

/**
 * The messages of a chat, page by page, newest first. Ends with an empty page or one that brings nothing new, so that a
 * service that ignores the cursor can't keep it running.
 *
 * @param request sends one request
 * @param limit of all pages together; undefined for all messages
 */
export async function* conversationPages(
	request: (values: Values) => Promise<unknown>,
	recipient: unknown,
	limit = Infinity,
): AsyncGenerator<IDataObject[]> {
	const seen = new Set<string>();
	let cursor: Cursor | undefined;
	for (let left = limit; left > 0;) {
		const body = await request({ recipient, limit: Math.min(PAGE_SIZE, left), ...cursor });
		const fresh = newestFirst(listIn(body)).filter((record) => !seen.has(idOf(record)));
		if (fresh.length === 0) return;
		yield fresh.slice(0, left);
		left -= fresh.length;
		const oldest = fresh[fresh.length - 1];
		// without an id there is nothing to go on from
		if (idOf(oldest) === '') return;
		fresh.forEach((record) => seen.add(idOf(record)));
		cursor = cursorAfter(body, oldest);
	}
}
