import type { IDataObject } from 'n8n-workflow';
import type { Values } from '../contracts/contract';
import { listIn } from '../output/listIn';

const FIRST_LIMIT = 1000;
const GROWTH = 10;

/**
 * A list whose request takes a limit and no cursor. For all entries the limit grows until fewer come than were asked
 * for, or no more than the time before: the service has a ceiling of its own then.
 *
 * @param limit undefined for all entries
 */
export async function listWithLimit(
	request: (values: Values) => Promise<unknown>,
	limit: number | undefined,
): Promise<IDataObject[]> {
	if (limit !== undefined) return listIn(await request({ limit })).slice(0, limit);
	let before = -1;
	for (let asked = FIRST_LIMIT; ; asked *= GROWTH) {
		const list = listIn(await request({ limit: asked }));
		if (list.length < asked || list.length <= before) return list;
		before = list.length;
	}
}
