import type { EventName } from './triggerEvent';

/** What an event with a known name is. */
export type KnownEvent = Exclude<EventName, 'other'>;

/**
 * How well a name is known.
 * - `documented`: WhatsLoop's documentation has it
 * - `provider code`: the published code of the provider's older software sends it
 * - `sibling`: a consumer of a platform with the same documentation reads it
 * - `client`: libraries around WhatsApp clients call it so
 * - `guess`: in the style of the others; nobody was seen to send it
 */
type NameEvidence = 'documented' | 'provider code' | 'sibling' | 'client' | 'guess';

interface NameSource {
	evidence: NameEvidence;
	/** In lower case without separators → what the event is. */
	names: Record<string, KnownEvent>;
}

const SOURCES: NameSource[] = [
	{
		evidence: 'documented',
		names: { newchats: 'chat', newcontact: 'contact', newack: 'ack' },
	},
	{
		evidence: 'provider code',
		names: {
			messagenew: 'message',
			messagestatus: 'ack',
			dialogupdate: 'chat',
			dialogdelete: 'chat',
			dialogpresence: 'chat',
			groupnew: 'group',
			groupupdate: 'group',
			connectionstatus: 'connection',
		},
	},
	{ evidence: 'sibling', names: { messagenotification: 'message' } },
	{
		evidence: 'client',
		names: {
			messagesupsert: 'message',
			messagesupdate: 'ack',
			contactsupsert: 'contact',
			connectionupdate: 'connection',
		},
	},
	{
		evidence: 'guess',
		names: {
			acknotification: 'ack',
			chatnotification: 'chat',
			contactnotification: 'contact',
			newchat: 'chat',
			newcontacts: 'contact',
			newacks: 'ack',
			newmessage: 'message',
			messageack: 'ack',
			contactnew: 'contact',
		},
	},
];

const KINDS = new Map(SOURCES.flatMap(({ names }) => Object.entries(names)));

/** What an event with this name is, written without separators; undefined for a name that is not known. */
export const kindOfName = (bareName: string): KnownEvent | undefined => KINDS.get(bareName);
