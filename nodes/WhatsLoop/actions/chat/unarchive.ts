import { chatChange } from './chatChange';

export const unarchive = chatChange(
	{
		value: 'unarchive',
		name: 'Unarchive',
		action: 'Unarchive a chat',
		description: 'Bring a chat back from the archive into the list of chats',
	},
	{ archived: false },
);
