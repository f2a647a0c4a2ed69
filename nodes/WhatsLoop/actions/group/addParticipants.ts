import { participantsChange } from './participantsChange';

export const addParticipants = participantsChange(
	{
		value: 'addParticipants',
		name: 'Add Participants',
		action: 'Add participants to a group',
		description: 'Add persons to a group by their phone numbers',
	},
	{ added: true },
);
