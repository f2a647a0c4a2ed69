import { chatChange } from './chatChange';

export const markRead = chatChange(
	{
		value: 'markRead',
		name: 'Mark as Read',
		action: 'Mark a chat as read',
		description: 'Mark all messages of a chat as read; the other side sees it',
	},
	{ unread: false },
);
