import type { INodeProperties } from 'n8n-workflow';
import { options } from '../../fields/options';
import { chat, readRecipient } from '../../fields/recipient';
import { defineOperation } from '../operation';

/** A year. Nobody needs more, and milliseconds entered as seconds exceed it. */
const MAX_SECONDS = 31_536_000;

const duration: INodeProperties = {
	displayName: 'Duration (Seconds)',
	name: 'duration',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 28800,
	description: 'How long the chat stays muted. 8 hours are 28800, a week is 604800.',
};

export const mute = defineOperation({
	value: 'mute',
	name: 'Mute',
	action: 'Mute a chat',
	description: 'Stop a chat from notifying for a while',
	kind: 'change',
	fields: [chat, duration, options],
	readValues: (read) => ({
		recipient: readRecipient(read),
		duration: Math.round(read.number(duration, { min: 1, max: MAX_SECONDS })),
	}),
	simplify: ({ values }) => ({ recipient: values.recipient, muted: true, mutedForSeconds: values.duration }),
});
