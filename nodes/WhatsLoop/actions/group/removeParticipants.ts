import { participantsChange } from './participantsChange';

export const removeParticipants = participantsChange(
	{
		value: 'removeParticipants',
		name: 'Remove Participants',
		action: 'Remove participants from a group',
		description: 'Remove persons from a group by their phone numbers',
	},
	{ removed: true },
);
