import { chatChange } from './chatChange';

export const pin = chatChange(
	{
		value: 'pin',
		name: 'Pin',
		action: 'Pin a chat',
		description: 'Keep a chat at the top of the list of chats',
	},
	{ pinned: true },
);
