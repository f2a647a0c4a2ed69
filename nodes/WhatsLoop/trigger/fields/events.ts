import type { INodeProperties } from 'n8n-workflow';
import type { EventName } from '../normalise/triggerEvent';
import { entriesOf } from './entries';
import type { TriggerContext } from './triggerContext';

/** n8n lists the triggers of the node in this order. What most people come for is first, the rest follows the alphabet. */
const eventOptions: INodeProperties['options'] = [
	{ name: 'Message', value: 'message', description: 'A message came in, or was sent from the phone' },
	{ name: 'Chat', value: 'chat', description: 'A chat was started, changed or deleted' },
	{ name: 'Connection', value: 'connection', description: 'WhatsApp was connected or disconnected' },
	{ name: 'Contact', value: 'contact', description: 'A contact is new or has changed' },
	{ name: 'Group', value: 'group', description: 'A group is new or has changed' },
	{
		name: 'Message Status',
		value: 'ack',
		description: 'A message was sent, delivered, read, played or deleted, or it failed',
	},
	{ name: 'Other', value: 'other', description: 'Everything else that WhatsLoop sends' },
];

export const events: INodeProperties = {
	displayName: 'Events',
	name: 'events',
	type: 'multiOptions',
	required: true,
	options: eventOptions,
	default: ['message'],
	description: 'What starts the workflow',
};

/** The events that start the workflow. Empty if none is chosen. */
export const readEvents = (context: TriggerContext): Set<EventName> =>
	new Set(entriesOf(context.getNodeParameter(events.name, events.default)) as EventName[]);
