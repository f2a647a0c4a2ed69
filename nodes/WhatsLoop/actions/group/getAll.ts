import { optionsWithoutRecipient } from '../../fields/options';
import { limit, readLimit, returnAll } from '../../fields/returnAll';
import { listIn } from '../../output/listIn';
import { simplifyGroup } from '../../output/simplifyGroup';
import { toItems } from '../../output/toItems';
import { defineOperation } from '../operation';

export const getAll = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many groups',
	description: 'Get the groups that the account is in',
	kind: 'read',
	fields: [returnAll, limit, optionsWithoutRecipient],
	readValues: () => ({}),
	run: async ({ read, request, simplify }) => {
		const count = readLimit(read);
		return toItems(listIn(await request({})).slice(0, count), simplify ? simplifyGroup : undefined);
	},
});
