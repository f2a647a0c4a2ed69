import { group, readGroupId } from '../../fields/group';
import { optionsWithoutRecipient } from '../../fields/options';
import { limit, readLimit, returnAll } from '../../fields/returnAll';
import { listIn } from '../../output/listIn';
import { simplifyMessage } from '../../output/simplifyMessage';
import { newestFirst } from '../../paging/conversationPages';
import { toItems } from '../../output/toItems';
import { defineOperation } from '../operation';

export const getMessages = defineOperation({
	value: 'getMessages',
	name: 'Get Messages',
	action: 'Get the messages of a group',
	description: 'Get the messages of one group that WhatsLoop keeps, the newest first',
	kind: 'read',
	fields: [group, returnAll, limit, optionsWithoutRecipient],
	readValues: (read) => ({ group: readGroupId(read) }),
	run: async ({ read, request, simplify }, values) => {
		const count = readLimit(read);
		// this request knows neither a limit nor a cursor
		const messages = newestFirst(listIn(await request(values)));
		return toItems(messages.slice(0, count), simplify ? simplifyMessage : undefined);
	},
});
