import { options } from '../../fields/options';
import { chat, readRecipient } from '../../fields/recipient';
import { limit, readLimit, returnAll } from '../../fields/returnAll';
import type { OutputItem } from '../../output/outputItem';
import { simplifyMessage } from '../../output/simplifyMessage';
import { toItems } from '../../output/toItems';
import { conversationPages } from '../../paging/conversationPages';
import { defineOperation } from '../operation';

export const getMessages = defineOperation({
	value: 'getMessages',
	name: 'Get Messages',
	action: 'Get the messages of a chat',
	description: 'Get the messages of one chat, the newest first',
	kind: 'read',
	fields: [chat, returnAll, limit, options],
	readValues: (read) => ({ recipient: readRecipient(read) }),
	run: async ({ read, request, simplify }, { recipient }) => {
		const items: OutputItem[] = [];
		for await (const page of conversationPages(request, recipient, readLimit(read))) {
			for (const item of toItems(page, simplify ? simplifyMessage : undefined)) items.push(item);
		}
		return items;
	},
});
