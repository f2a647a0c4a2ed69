import { MAX_NAME_CHARACTERS } from '../limits';
import { bareName } from '../values';

/**
 * Known names of types, in lower case, without separators and without a final `message`. Other names stay as they are.
 */
const TYPES: Record<string, string> = {
	chat: 'text',
	conversation: 'text',
	extendedtext: 'text',
	disappearing: 'text',
	forward: 'text',
	mention: 'text',
	reply: 'text',
	photo: 'image',
	picture: 'image',
	ptt: 'voice',
	voicenote: 'voice',
	file: 'document',
	livelocation: 'location',
	vcard: 'contact',
	multivcard: 'contact',
	contacts: 'contact',
	contactcard: 'contact',
	buttonsresponse: 'button',
	buttonreply: 'button',
	buttonresponse: 'button',
	templatebuttonreply: 'button',
	quickreply: 'button',
	listresponse: 'list',
	listreply: 'list',
	template: 'buttons',
	revoked: 'deleted',
	revoke: 'deleted',
	delete: 'deleted',
	edit: 'edited',
	messageedit: 'edited',
	pollcreation: 'poll',
};

/** The types that the node offers as a filter, and `buttons`, which only own messages have. */
const KNOWN = new Set([
	'text',
	'image',
	'video',
	'gif',
	'audio',
	'voice',
	'document',
	'sticker',
	'location',
	'contact',
	'button',
	'buttons',
	'list',
	'reaction',
	'edited',
	'deleted',
	'poll',
	'product',
	'order',
]);

/** Gives one name to each type of message, for all names that senders use. An unknown name is only put in lower case. */
export function messageType(name: string): string {
	if (name.length > MAX_NAME_CHARACTERS) return name;
	const bare = bareName(name).replace(/message$/, '');
	if (Object.hasOwn(TYPES, bare)) return TYPES[bare];
	return KNOWN.has(bare) ? bare : name.toLowerCase();
}
