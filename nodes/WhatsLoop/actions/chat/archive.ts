import { chatChange } from './chatChange';

export const archive = chatChange(
	{
		value: 'archive',
		name: 'Archive',
		action: 'Archive a chat',
		description: 'Move a chat out of the list of chats into the archive',
	},
	{ archived: true },
);
