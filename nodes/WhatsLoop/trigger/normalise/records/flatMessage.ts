import type { IDataObject } from 'n8n-workflow';
import { readPath } from '../../../contracts/readPath';
import { isGroupId, phoneOfChatId } from '../../../input/chatIdentity';
import { phoneOfField, readComposedId } from '../ids';
import { emptyMessage, type EventMessage, type EventParts } from '../triggerEvent';
import { firstText, firstTime, flagOf } from '../values';
import { contactsOfVcards, namesOf } from '../vcard';
import { messageType } from './messageTypes';

/** Where a sender of flat records puts its values. The first place with a value counts. */
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
	/** Fields that hold words, or the address of a file. Only if the sender's code is known to do so. */
	bodyOfMedia: string[];
	mimeType: string[];
	fileName: string[];
	quotedMessageId: string[];
	targetMessageId: string[];
	selectedId: string[];
	latitude: string[];
	longitude: string[];
	contactPhone: string[];
	contactName: string[];
}

/** A record with what all types of messages need of it. */
interface FlatContent {
	record: IDataObject;
	fields: FlatFields;
	text: string | null;
	caption: string | null;
}

type ContentReader = (content: FlatContent) => Partial<EventMessage>;

const isWebAddress = (text: string | null): text is string => text !== null && /^https?:\/\/\S+$/i.test(text.trim());

const looksLikeFileName = (text: string) => /^[^\n]{1,200}\.[a-z0-9]{1,8}$/i.test(text);

const media: ContentReader = ({ record, fields, text, caption }) => {
	const body = firstText(record, fields.bodyOfMedia);
	const bodyIsAddress = isWebAddress(body);
	return {
		text: caption ?? (bodyIsAddress ? null : text),
		mediaUrl: firstText(record, fields.mediaUrl) ?? (bodyIsAddress ? body.trim() : null),
		mimeType: firstText(record, fields.mimeType),
		fileName: firstText(record, fields.fileName),
	};
};

/** The provider's engine writes the name of a document into its caption (provider code). */
const document: ContentReader = (content) => {
	const message = media(content);
	const { caption } = content;
	const fileName = message.fileName ?? (caption !== null && looksLikeFileName(caption) ? caption : null);
	return { ...message, fileName, text: message.text === fileName ? null : message.text };
};

const location: ContentReader = ({ record, fields, text, caption }) => {
	const inText = /^\s*(-?\d+(?:\.\d+)?)\s*[;,]\s*(-?\d+(?:\.\d+)?)/.exec(text ?? '');
	const latitude = Number(firstText(record, fields.latitude) ?? inText?.[1] ?? Number.NaN);
	const longitude = Number(firstText(record, fields.longitude) ?? inText?.[2] ?? Number.NaN);
	if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return {};
	return { text: caption, location: { latitude, longitude, name: null, address: null } };
};

const contact: ContentReader = ({ record, fields, text }) => {
	if (text?.toUpperCase().includes('BEGIN:VCARD')) {
		const contacts = contactsOfVcards(text);
		return { text: namesOf(contacts), contacts };
	}
	const phone = phoneOfField(firstText(record, fields.contactPhone));
	const name = firstText(record, fields.contactName);
	if (phone === null && name === null) return {};
	return { text: name ?? text, contacts: [{ id: null, phone, name }] };
};

const tapped: ContentReader = ({ record, fields }) => ({ selectedId: firstText(record, fields.selectedId) });

const targeted: ContentReader = ({ record, fields }) => ({
	targetMessageId: firstText(record, fields.targetMessageId),
});

const READERS = new Map<string | null, ContentReader>(
	Object.entries({
		image: media,
		video: media,
		gif: media,
		audio: media,
		voice: media,
		sticker: media,
		document,
		location,
		contact,
		button: tapped,
		list: tapped,
		reaction: targeted,
		edited: targeted,
		deleted: targeted,
	}),
);

/** The type that a record without one has. */
function typeByContent(record: IDataObject, fields: FlatFields, text: string | null): string | null {
	if (firstText(record, fields.mediaUrl) !== null) return 'document';
	return text === null ? null : 'text';
}

function readContent(record: IDataObject, fields: FlatFields): EventMessage {
	const text = firstText(record, fields.text);
	const caption = firstText(record, fields.caption);
	const given = firstText(record, fields.type);
	const type = given === null ? typeByContent(record, fields, text) : messageType(given);
	const read = READERS.get(type);
	return {
		...emptyMessage,
		id: firstText(record, fields.id),
		type,
		text: text ?? caption,
		quotedMessageId: firstText(record, fields.quotedMessageId),
		...read?.({ record, fields, text, caption }),
	};
}

/** What the provider's engine writes for the account itself, as author and as name. */
const SELF = 'Me';

const notSelf = (text: string | null) => (text === SELF ? null : text);

/** A message whose fields stand side by side, as the provider's own engines send it. */
export function flatMessage(record: IDataObject, fields: FlatFields): EventParts {
	const message = readContent(record, fields);
	const composed = readComposedId(message.id);
	const author = firstText(record, fields.person);
	const person = notSelf(author);
	const chat = firstText(record, fields.chat) ?? composed.chatId ?? null;
	const isGroup = isGroupId(chat);
	const flag = fields.fromMe.map((path) => flagOf(readPath(record, path))).find((value) => value !== undefined);
	const fromMe = flag ?? composed.fromMe ?? author === SELF;

	// In a direct chat the other side is the chat itself; the author of an own message is the account.
	const phone = isGroup ? phoneOfField(person) : (phoneOfChatId(chat) ?? phoneOfField(person));
	const contactId = person?.includes('@') ? person : isGroup || fromMe ? null : chat;
	const contactPhone = isGroup || !fromMe ? phone : phoneOfField(person);
	const name = firstText(record, fields.name);
	return {
		event: 'message',
		// Some events only name the person: an answer goes to that number.
		chatId: chat ?? phone,
		phone,
		isGroup,
		fromMe,
		timestamp: firstTime(record, fields.time),
		message,
		contact: { id: contactId, phone: contactPhone, name: fromMe ? notSelf(name) : name },
	};
}
