import { participantsChange } from './participantsChange';

export const promote = participantsChange(
	{
		value: 'promote',
		name: 'Promote',
		action: 'Promote participants of a group',
		description: 'Make participants of a group its admins',
	},
	{ admin: true },
);
