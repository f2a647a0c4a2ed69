import { optionsWithoutRecipient } from '../../fields/options';
import { limit, readLimit, returnAll } from '../../fields/returnAll';
import { listIn } from '../../output/listIn';
import { simplifyChat } from '../../output/simplifyChat';
import { toItems } from '../../output/toItems';
import { defineOperation } from '../operation';

export const getAll = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many chats',
	description: 'Get the chats of the account, with persons and groups',
	kind: 'read',
	fields: [returnAll, limit, optionsWithoutRecipient],
	readValues: () => ({}),
	run: async ({ read, request, simplify }) => {
		const count = readLimit(read);
		return toItems(listIn(await request({})).slice(0, count), simplify ? simplifyChat : undefined);
	},
});
