import { options } from '../../fields/options';
import { chat } from '../../fields/recipient';
import type { Operation } from '../operation';

/** A year: longer than anybody means, short enough to catch milliseconds given for seconds. */
const MAX_SECONDS = 31_536_000;

export const mute: Operation = {
	value: 'mute',
	name: 'Mute',
	action: 'Mute a chat',
	description: 'Stop a chat from notifying for a while',
	kind: 'change',
	fields: [
		chat,
		{
			displayName: 'Duration (Seconds)',
			name: 'duration',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 28800,
			description: 'How long the chat stays muted. 8 hours are 28800, a week is 604800.',
		},
		options,
	],
	readValues: (read) => ({
		recipient: read.recipient(),
		muteSeconds: Math.round(read.number('duration', 'Duration (Seconds)', { min: 1, max: MAX_SECONDS })),
	}),
	simplify: ({ values }) => ({
		recipient: values.recipient as string,
		muted: true,
		mutedForSeconds: values.muteSeconds as number,
	}),
};
