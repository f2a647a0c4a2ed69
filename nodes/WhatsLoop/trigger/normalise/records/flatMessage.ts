import type { IDataObject } from 'n8n-workflow';
import { readPath } from '../../../contracts/readPath';
import { isGroupId, phoneOfField, phoneOfId, readComposedId } from '../ids';
import { firstText, firstTime, flagOf, textOf } from '../values';
import { emptyMessage, type EventMessage, type EventParts } from '../triggerEvent';
import { contactOfVcard } from '../vcard';

/** Where a sender of flat records puts things; of several places the first that holds something counts. */
export interface FlatFields {
	id: string[];
	type: string[];
	text: string[];
	caption: string[];
	chat: string[];
	/** Id or number of the person: the author in a group, else the other side. */
	person: string[];
	name: string[];
	fromMe: string[];
	time: string[];
	mediaUrl: string[];
	mimeType: string[];
	fileName: string[];
	quotedMessageId: string[];
	targetMessageId: string[];
	selectedId: string[];
	latitude: string[];
	longitude: string[];
}

/** Names of types in use, in lower case without separators. What is not here keeps its own name. */
const TYPES: Record<string, string> = {
	chat: 'text',
	conversation: 'text',
	extendedtext: 'text',
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
	templatebuttonreplymessage: 'button',
	quickreply: 'button',
	listresponse: 'list',
	listreply: 'list',
	revoked: 'deleted',
	revoke: 'deleted',
	delete: 'deleted',
	edit: 'edited',
	messageedit: 'edited',
	pollcreation: 'poll',
};

const MEDIA_TYPES = new Set(['image', 'video', 'gif', 'audio', 'voice', 'document', 'sticker']);
const TAPPED_TYPES = new Set(['button', 'list']);
const TARGETED_TYPES = new Set(['reaction', 'edited', 'deleted']);

function typeOf(given: string | null, hasMedia: boolean, hasText: boolean): string | null {
	if (given === null) return hasMedia ? 'document' : hasText ? 'text' : null;
	const name = given.toLowerCase().replace(/[^a-z]/g, '');
	return Object.hasOwn(TYPES, name) ? TYPES[name] : given.toLowerCase();
}

const isWebAddress = (text: string | null): text is string => text !== null && /^https?:\/\/\S+$/i.test(text.trim());

function coordinates(record: IDataObject, fields: FlatFields, text: string | null) {
	const inText = /^\s*(-?\d+(?:\.\d+)?)\s*[;,]\s*(-?\d+(?:\.\d+)?)/.exec(text ?? '');
	const latitude = Number(firstText(record, fields.latitude) ?? inText?.[1] ?? Number.NaN);
	const longitude = Number(firstText(record, fields.longitude) ?? inText?.[2] ?? Number.NaN);
	return Number.isFinite(latitude) && Number.isFinite(longitude)
		? { latitude, longitude, name: null, address: null }
		: undefined;
}

function readContent(record: IDataObject, fields: FlatFields): EventMessage {
	const text = firstText(record, fields.text);
	const caption = firstText(record, fields.caption);
	const ownMedia = firstText(record, fields.mediaUrl);
	const type = typeOf(firstText(record, fields.type), ownMedia !== null, text !== null);

	const message: EventMessage = {
		...emptyMessage,
		id: firstText(record, fields.id),
		type,
		text: text ?? caption,
		quotedMessageId: firstText(record, fields.quotedMessageId),
	};
	if (type === null) return message;
	if (MEDIA_TYPES.has(type)) {
		// Several engines put the address of the file where the words of a text would be.
		const mediaUrl = ownMedia ?? (isWebAddress(text) ? text.trim() : null);
		const words = caption ?? (text === mediaUrl || isWebAddress(text) ? null : text);
		return {
			...message,
			text: words,
			mediaUrl,
			mimeType: firstText(record, fields.mimeType),
			fileName: firstText(record, fields.fileName),
		};
	}
	if (TAPPED_TYPES.has(type)) return { ...message, selectedId: firstText(record, fields.selectedId) };
	if (TARGETED_TYPES.has(type)) return { ...message, targetMessageId: firstText(record, fields.targetMessageId) };
	if (type === 'location') {
		const location = coordinates(record, fields, text);
		return { ...message, text: caption ?? (location === undefined ? text : null), ...(location ? { location } : {}) };
	}
	if (type === 'contact' && /BEGIN:VCARD/i.test(text ?? '')) {
		const contacts = text!
			.split(/(?=BEGIN:VCARD)/i)
			.filter((card) => card.trim() !== '')
			.map((card) => contactOfVcard(card));
		return {
			...message,
			text:
				contacts
					.map(({ name }) => name)
					.filter((name) => name !== null)
					.join(', ') || null,
			contacts,
		};
	}
	return message;
}

/** A message whose fields stand side by side, as the provider's own engines send it. */
export function flatMessage(record: IDataObject, fields: FlatFields): EventParts {
	const message = readContent(record, fields);
	const composed = readComposedId(message.id);
	const person = firstText(record, fields.person);
	const chat = firstText(record, fields.chat) ?? composed.chatId ?? null;
	const isGroup = isGroupId(chat);
	const fromMe =
		fields.fromMe.map((path) => flagOf(readPath(record, path))).find((flag) => flag !== undefined) ??
		composed.fromMe ??
		false;

	// In a direct chat the other side is the chat itself; the author of an own message would be the account.
	const phone = isGroup ? phoneOfField(person) : (phoneOfId(chat) ?? phoneOfField(person));
	const contactId = person?.includes('@') ? person : isGroup || fromMe ? null : chat;
	const contactPhone = isGroup || !fromMe ? phone : phoneOfField(person);
	return {
		event: 'message',
		// Some events name the person alone: that is whom an answer goes to.
		chatId: chat ?? phone,
		phone,
		isGroup,
		fromMe,
		timestamp: firstTime(record, fields.time),
		message,
		contact: { id: contactId, phone: contactPhone, name: textOf(firstText(record, fields.name)) },
	};
}
