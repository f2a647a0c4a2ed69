import { readOptions } from '../../fields/options';
import { limit, readLimit, returnAll } from '../../fields/returnAll';
import { listIn } from '../../output/listIn';
import { simplifyMessage } from '../../output/simplifyMessage';
import type { Operation } from '../operation';

export const getAll: Operation = {
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many messages',
	description: 'Get the latest messages of the account',
	kind: 'read',
	fields: [returnAll, limit, readOptions],
	readValues: (read) => ({ limit: readLimit(read) }),
	// cut off here as well: whether the API keeps to `limit` is not documented
	simplify: ({ body, values }) => listIn(body).slice(0, values.limit as number | undefined).map(simplifyMessage),
};
