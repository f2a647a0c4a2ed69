import { chatChange } from './chatChange';

export const unpin = chatChange(
	{
		value: 'unpin',
		name: 'Unpin',
		action: 'Unpin a chat',
		description: 'Stop keeping a chat at the top of the list of chats',
	},
	{ pinned: false },
);
