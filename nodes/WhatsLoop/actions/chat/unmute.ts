import { chatChange } from './chatChange';

export const unmute = chatChange(
	{
		value: 'unmute',
		name: 'Unmute',
		action: 'Unmute a chat',
		description: 'Let a muted chat notify again',
	},
	{ muted: false },
);
