import { participantsChange } from './participantsChange';

export const demote = participantsChange(
	{
		value: 'demote',
		name: 'Demote',
		action: 'Demote participants of a group',
		description: 'Make admins of a group plain participants',
	},
	{ admin: false },
);
