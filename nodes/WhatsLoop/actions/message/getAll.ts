import { optionsWithoutRecipient } from '../../fields/options';
import { limit, readLimit, returnAll } from '../../fields/returnAll';
import { simplifyMessage } from '../../output/simplifyMessage';
import { listWithLimit } from '../../paging/growingLimit';
import { toItems } from '../../output/toItems';
import { defineOperation } from '../operation';

export const getAll = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many messages',
	description: 'Get the latest messages of the account',
	kind: 'read',
	fields: [returnAll, limit, optionsWithoutRecipient],
	readValues: () => ({}),
	run: async ({ read, request, simplify }) =>
		toItems(await listWithLimit(request, readLimit(read)), simplify ? simplifyMessage : undefined),
});
