import { optionsWithoutRecipient } from '../../fields/options';
import { limit, readLimit, returnAll } from '../../fields/returnAll';
import { listIn } from '../../output/listIn';
import { simplifyContact } from '../../output/simplifyContact';
import { toItems } from '../../output/toItems';
import { defineOperation } from '../operation';

export const getAll = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many contacts',
	description: 'Get the contacts of the account',
	kind: 'read',
	fields: [returnAll, limit, optionsWithoutRecipient],
	readValues: () => ({}),
	run: async ({ read, request, simplify }) => {
		const count = readLimit(read);
		return toItems(listIn(await request({})).slice(0, count), simplify ? simplifyContact : undefined);
	},
});
