import type { IDataObject } from 'n8n-workflow';
import type { Values } from '../contracts/contract';
import { listIn } from '../output/listIn';

const FIRST_LIMIT = 1000;
const GROWTH = 10;

type Request = (values: Values) => Promise<unknown>;

/**
 * The newest entries of a list whose request takes a limit and no cursor. The limit grows until there are enough, fewer
 * come than were asked for, or no more than the time before: the service has a ceiling of its own then.
 *
 * @param isEnough whether no more entries are needed
 * @param ceiling the largest limit to ask for
 */
export async function listUntil(
	request: Request,
	isEnough: (list: IDataObject[]) => boolean,
	ceiling = Infinity,
): Promise<IDataObject[]> {
	let before = -1;
	for (let asked = FIRST_LIMIT; ; asked *= GROWTH) {
		const list = listIn(await request({ limit: asked }));
		if (list.length < asked || list.length <= before || asked >= ceiling || isEnough(list)) return list;
		before = list.length;
	}
}

/**
 * A list whose request takes a limit and no cursor.
 *
 * @param limit undefined for all entries
 */
export async function listWithLimit(request: Request, limit: number | undefined): Promise<IDataObject[]> {
	if (limit === undefined) return await listUntil(request, () => false);
	return listIn(await request({ limit })).slice(0, limit);
}
