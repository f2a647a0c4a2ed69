import { chatChange } from './chatChange';

export const markUnread = chatChange(
	{
		value: 'markUnread',
		name: 'Mark as Unread',
		action: 'Mark a chat as unread',
		description: 'Mark a chat as unread, so that it stands out in the list of chats',
	},
	{ unread: true },
);
