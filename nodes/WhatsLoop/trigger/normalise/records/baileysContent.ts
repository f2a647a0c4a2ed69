import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../../input/records';
import { readPath } from '../../../contracts/readPath';
import { MAX_CONTACTS, MAX_NESTED_CONTENTS } from '../limits';
import { firstText, textOf } from '../values';
import { emptyMessage, type EventContact, type EventMessage } from '../triggerEvent';
import { contactOfVcard, namesOf } from '../vcard';

/** What one kind of content in a WhatsApp client's record says. */
type ContentReader = (content: IDataObject, depth: number) => Partial<EventMessage>;

/** Records that hold another one inside `message`: disappearing, view once, a document with words, sent from another device. */
const WRAPPERS = new Set([
	'ephemeralMessage',
	'viewOnceMessage',
	'viewOnceMessageV2',
	'viewOnceMessageV2Extension',
	'documentWithCaptionMessage',
	'deviceSentMessage',
	'editedMessage',
	'botInvokeMessage',
]);

/** `ProtocolMessage.Type` of the clients, by number and by name. */
const EDIT = new Set(['14', 'MESSAGE_EDIT']);
const REVOKE = new Set(['0', 'REVOKE']);

const media =
	(type: string): ContentReader =>
	(content) => ({
		type,
		text: textOf(content.caption),
		mediaUrl: textOf(content.url),
		mimeType: textOf(content.mimetype),
		fileName: textOf(content.fileName),
	});

const words =
	(type: string, paths: string[]): ContentReader =>
	(content) => ({ type, text: firstText(content, paths) });

const place: ContentReader = (content) => {
	const latitude = Number(textOf(content.degreesLatitude) ?? Number.NaN);
	const longitude = Number(textOf(content.degreesLongitude) ?? Number.NaN);
	const name = textOf(content.name);
	const address = textOf(content.address);
	return {
		type: 'location',
		text: firstText(content, ['comment', 'caption', 'name', 'address']),
		...(Number.isFinite(latitude) && Number.isFinite(longitude)
			? { location: { latitude, longitude, name, address } }
			: {}),
	};
};

const cardOf = (card: unknown): EventContact =>
	contactOfVcard(firstText(card, ['vcard']) ?? '', firstText(card, ['displayName']));

const cards = (list: unknown[]): Partial<EventMessage> => {
	const contacts = list.slice(0, MAX_CONTACTS).map(cardOf);
	return { type: 'contact', text: namesOf(contacts), contacts };
};

const tapped =
	(type: string, textPaths: string[], idPath: string): ContentReader =>
	(content) => ({
		type,
		text: firstText(content, textPaths),
		selectedId: textOf(readPath(content, idPath)),
	});

function nativeFlow(content: IDataObject): Partial<EventMessage> {
	let parameters: unknown;
	try {
		// without parameters this is the text "null", which is JSON, too
		parameters = JSON.parse(String(firstText(content, ['nativeFlowResponseMessage.paramsJson'])));
	} catch {
		// what is no JSON has no parameters
	}
	return {
		type: 'button',
		text: firstText(content, ['body.text']) ?? firstText(parameters, ['display_text', 'title']),
		selectedId: firstText(parameters, ['id', 'selected_row_id']),
	};
}

function protocol(content: IDataObject, depth: number): Partial<EventMessage> {
	const kind = textOf(content.type) ?? '0'; // clients leave out a type of 0
	const targetMessageId = textOf(readPath(content, 'key.id'));
	if (REVOKE.has(kind)) return { type: 'deleted', targetMessageId };
	if (!EDIT.has(kind)) return { type: 'protocol' };
	const isRead = isRecord(content.editedMessage) && depth < MAX_NESTED_CONTENTS;
	const edited = isRead ? readBaileysContent(content.editedMessage as IDataObject, depth + 1) : emptyMessage;
	return { ...edited, type: 'edited', targetMessageId };
}

/** Every kind that clients are known to send, in the order in which they are looked for. */
const READERS: Record<string, ContentReader> = {
	extendedTextMessage: words('text', ['text']),
	imageMessage: media('image'),
	videoMessage: (content, depth) => media(content.gifPlayback === true ? 'gif' : 'video')(content, depth),
	ptvMessage: media('video'),
	audioMessage: (content, depth) => media(content.ptt === true ? 'voice' : 'audio')(content, depth),
	documentMessage: media('document'),
	stickerMessage: media('sticker'),
	lottieStickerMessage: media('sticker'),
	locationMessage: place,
	liveLocationMessage: place,
	contactMessage: (content) => cards([content]),
	contactsArrayMessage: (content) => cards(Array.isArray(content.contacts) ? content.contacts : []),
	buttonsResponseMessage: tapped('button', ['selectedDisplayText', 'selectedButtonId'], 'selectedButtonId'),
	templateButtonReplyMessage: tapped('button', ['selectedDisplayText', 'selectedId'], 'selectedId'),
	interactiveResponseMessage: nativeFlow,
	listResponseMessage: tapped('list', ['title', 'description'], 'singleSelectReply.selectedRowId'),
	reactionMessage: (content) => ({
		type: 'reaction',
		text: textOf(content.text),
		targetMessageId: textOf(readPath(content, 'key.id')),
	}),
	protocolMessage: protocol,
	pollCreationMessage: words('poll', ['name']),
	pollCreationMessageV2: words('poll', ['name']),
	pollCreationMessageV3: words('poll', ['name']),
	buttonsMessage: words('buttons', ['contentText', 'text']),
	templateMessage: words('buttons', [
		'hydratedTemplate.hydratedContentText',
		'hydratedFourRowTemplate.hydratedContentText',
	]),
	interactiveMessage: words('buttons', ['body.text']),
	listMessage: words('list', ['description', 'title']),
	productMessage: words('product', ['body', 'product.title']),
	orderMessage: words('order', ['message', 'orderTitle']),
};

/** Keys beside the content. */
const COMPANIONS = new Set([
	'messageContextInfo',
	'senderKeyDistributionMessage',
	'fastRatchetKeySenderKeyDistributionMessage',
]);

function unwrap(message: IDataObject): IDataObject {
	let inner = message;
	for (let depth = 0; depth < MAX_NESTED_CONTENTS; depth++) {
		const wrapper = Object.keys(inner).find((key) => WRAPPERS.has(key) && isRecord(readPath(inner, `${key}.message`)));
		if (wrapper === undefined) return inner;
		inner = readPath(inner, `${wrapper}.message`) as IDataObject;
	}
	return inner;
}

/**
 * What the `message` of a WhatsApp client's record says. An unknown kind keeps its own name as its type.
 *
 * @param depth in how many edits this message is: an edit holds the new message
 */
export function readBaileysContent(message: IDataObject, depth = 0): EventMessage {
	const inner = unwrap(message);
	const conversation = textOf(inner.conversation);
	if (conversation !== null) return { ...emptyMessage, type: 'text', text: conversation };
	const kind = Object.keys(READERS).find((candidate) => isRecord(inner[candidate]));
	if (kind === undefined) {
		const unknown = Object.keys(inner).find((key) => !COMPANIONS.has(key)) ?? null;
		return { ...emptyMessage, type: unknown === 'conversation' ? 'text' : unknown };
	}
	const content = inner[kind] as IDataObject;
	const quotedMessageId = firstText(content, ['contextInfo.stanzaId']);
	return { ...emptyMessage, quotedMessageId, ...READERS[kind](content, depth) };
}
