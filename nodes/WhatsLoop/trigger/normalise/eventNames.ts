import type { EventName } from './triggerEvent';

/** What an event with a known name is. */
export type KnownEvent = Exclude<EventName, 'other'>;

/** In lower case without separators → what the event is. */
const KINDS = new Map<string, KnownEvent>([
	// WhatsLoop's documentation has these
	['newchats', 'chat'],
	['newcontact', 'contact'],
	['newack', 'ack'],

	// the published code of the provider's older software sends these
	['messagenew', 'message'],
	['messagestatus', 'ack'],
	['dialogupdate', 'chat'],
	['dialogdelete', 'chat'],
	['dialogpresence', 'chat'],
	['groupnew', 'group'],
	['groupupdate', 'group'],
	['connectionstatus', 'connection'],

	// a consumer of a platform with the same documentation reads this
	['messagenotification', 'message'],

	// libraries around WhatsApp clients call them so
	['messagesupsert', 'message'],
	['messagesupdate', 'ack'],
	['contactsupsert', 'contact'],
	['connectionupdate', 'connection'],

	// guesses in the style of the others; nobody was seen to send them
	['acknotification', 'ack'],
	['chatnotification', 'chat'],
	['contactnotification', 'contact'],
	['newchat', 'chat'],
	['newcontacts', 'contact'],
	['newacks', 'ack'],
	['newmessage', 'message'],
	['messageack', 'ack'],
	['contactnew', 'contact'],
]);

/** What an event with this name is, written without separators; undefined for a name that is not known. */
export const kindOfName = (bareName: string): KnownEvent | undefined => KINDS.get(bareName);
