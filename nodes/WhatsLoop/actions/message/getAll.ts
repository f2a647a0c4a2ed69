import { readOptions } from '../../fields/options';
import { limit, readLimit, returnAll } from '../../fields/returnAll';
import { simplifyMessage } from '../../output/simplifyMessage';
import { listWithLimit } from '../../paging/growingLimit';
import { toItems } from '../../paging/toItems';
import type { Operation } from '../operation';

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many messages',
	description: 'Get the latest messages of the account',
	kind: 'read',
	fields: [returnAll, limit, readOptions],
	readValues: () => ({}),
	run: async ({ read, ask, simplify }) =>
		toItems(await listWithLimit(ask, readLimit(read)), simplify ? simplifyMessage : undefined),
};
