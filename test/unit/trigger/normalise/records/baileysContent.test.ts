import { readBaileysContent } from '../../../../../nodes/WhatsLoop/trigger/normalise/records/baileysContent';
import { emptyMessage } from '../../../../../nodes/WhatsLoop/trigger/normalise/triggerEvent';
import { recordWith } from '../recordWith';

const read = (message: object) => readBaileysContent(message as never);

/** A content inside several others. */
const wrapped = (times: number, content: object): object =>
	times === 0 ? content : { ephemeralMessage: { message: wrapped(times - 1, content) } };

describe('words', () => {
	test.each<[kind: string, path: string, type: string]>([
		['extendedTextMessage', 'text', 'text'],
		['pollCreationMessage', 'name', 'poll'],
		['pollCreationMessageV2', 'name', 'poll'],
		['pollCreationMessageV3', 'name', 'poll'],
		['buttonsMessage', 'contentText', 'buttons'],
		['buttonsMessage', 'text', 'buttons'],
		['templateMessage', 'hydratedTemplate.hydratedContentText', 'buttons'],
		['templateMessage', 'hydratedFourRowTemplate.hydratedContentText', 'buttons'],
		['interactiveMessage', 'body.text', 'buttons'],
		['listMessage', 'description', 'list'],
		['listMessage', 'title', 'list'],
		['productMessage', 'body', 'product'],
		['productMessage', 'product.title', 'product'],
		['orderMessage', 'message', 'order'],
		['orderMessage', 'orderTitle', 'order'],
	])('of %s are in %s', (kind, path, type) => {
		expect(read({ [kind]: recordWith(path, 'hi') })).toStrictEqual({ ...emptyMessage, type, text: 'hi' });
	});

	test('by themselves are a text, even where there are none', () => {
		const imageMessage = { caption: 'look' };
		expect(read({ conversation: 'hi', imageMessage })).toStrictEqual({ ...emptyMessage, type: 'text', text: 'hi' });
		expect(read({ conversation: '' })).toStrictEqual({ ...emptyMessage, type: 'text' });
		expect(read({ conversation: '', imageMessage })).toMatchObject({ type: 'image', text: 'look' });
	});
});

describe('files', () => {
	test.each<[kind: string, more: object, type: string]>([
		['imageMessage', {}, 'image'],
		['videoMessage', {}, 'video'],
		['videoMessage', { gifPlayback: false }, 'video'],
		['videoMessage', { gifPlayback: true }, 'gif'],
		['ptvMessage', {}, 'video'],
		['audioMessage', {}, 'audio'],
		['audioMessage', { ptt: false }, 'audio'],
		['audioMessage', { ptt: true }, 'voice'],
		['documentMessage', {}, 'document'],
		['stickerMessage', {}, 'sticker'],
		['lottieStickerMessage', {}, 'sticker'],
	])('in %s with %j are of the type %s', (kind, more, type) => {
		const content = {
			url: 'https://files.example.com/1',
			mimetype: 'a/b',
			fileName: 'a.bin',
			caption: 'look',
			...more,
		};
		expect(read({ [kind]: content })).toStrictEqual({
			...emptyMessage,
			type,
			text: 'look',
			mediaUrl: 'https://files.example.com/1',
			mimeType: 'a/b',
			fileName: 'a.bin',
		});
	});
});

describe('places', () => {
	const coordinates = { degreesLatitude: 24.5, degreesLongitude: 46.5 };

	test.each(['locationMessage', 'liveLocationMessage'])('in %s have coordinates, a name and an address', (kind) => {
		expect(read({ [kind]: { ...coordinates, name: 'Office', address: 'Street 1' } })).toStrictEqual({
			...emptyMessage,
			type: 'location',
			text: 'Office',
			location: { latitude: 24.5, longitude: 46.5, name: 'Office', address: 'Street 1' },
		});
	});

	test.each(['comment', 'caption', 'name', 'address'])('have their words in %s', (path) => {
		expect(read({ locationMessage: recordWith(path, 'here', coordinates) }).text).toBe('here');
	});

	test.each<[object]>([
		[{}],
		[{ degreesLatitude: 24.5 }],
		[{ degreesLongitude: 46.5 }],
		[{ degreesLatitude: 'north', degreesLongitude: 46.5 }],
		[{ degreesLatitude: null, degreesLongitude: null }],
		[{ degreesLatitude: '', degreesLongitude: '' }],
	])('need both coordinates: %j', (content) => {
		expect(read({ locationMessage: { ...content, name: 'Office' } })).toStrictEqual({
			...emptyMessage,
			type: 'location',
			text: 'Office',
		});
	});
});

describe('contacts', () => {
	const contact = (name: string | null, phone: string | null = null) => ({ id: null, phone, name });

	test('are read from their vCards, and named by what is beside these', () => {
		const contacts = [{ vcard: 'FN:Ali\nTEL:966509999999', displayName: 'A' }, { displayName: 'Omar' }, 'odd'];
		expect(read({ contactsArrayMessage: { contacts } })).toStrictEqual({
			...emptyMessage,
			type: 'contact',
			text: 'Ali, Omar',
			contacts: [contact('Ali', '966509999999'), contact('Omar'), contact(null)],
		});
	});

	test('may be one, or none', () => {
		expect(read({ contactMessage: { vcard: 'FN:Ali' } })).toMatchObject({
			type: 'contact',
			contacts: [contact('Ali')],
		});
		for (const contacts of [[], 'Ali', undefined]) {
			expect(read({ contactsArrayMessage: { contacts } })).toStrictEqual({
				...emptyMessage,
				type: 'contact',
				contacts: [],
			});
		}
	});

	test('are read up to 257, more than anybody can send', () => {
		const contacts = Array.from({ length: 300 }, () => ({ displayName: 'A' }));
		expect(read({ contactsArrayMessage: { contacts } }).contacts).toHaveLength(257);
	});
});

describe('what was tapped', () => {
	test.each<[kind: string, textPath: string, type: string]>([
		['buttonsResponseMessage', 'selectedDisplayText', 'button'],
		['templateButtonReplyMessage', 'selectedDisplayText', 'button'],
		['interactiveResponseMessage', 'body.text', 'button'],
		['listResponseMessage', 'title', 'list'],
		['listResponseMessage', 'description', 'list'],
	])('in %s has its words in %s', (kind, textPath, type) => {
		expect(read({ [kind]: recordWith(textPath, 'Yes') })).toStrictEqual({
			...emptyMessage,
			type,
			text: 'Yes',
			selectedId: null,
		});
	});

	test.each<[kind: string, idPath: string, text: string | null]>([
		['buttonsResponseMessage', 'selectedButtonId', 'yes'],
		['templateButtonReplyMessage', 'selectedId', 'yes'],
		['listResponseMessage', 'singleSelectReply.selectedRowId', null],
	])('in %s has its id in %s', (kind, idPath, text) => {
		expect(read({ [kind]: recordWith(idPath, 'yes') })).toMatchObject({ text, selectedId: 'yes' });
	});

	test.each<[parameters: unknown, text: string | null, selectedId: string | null]>([
		['{"id":"yes","display_text":"Yes"}', 'Yes', 'yes'],
		['{"selected_row_id":"yes","title":"Yes"}', 'Yes', 'yes'],
		['{"id":', null, null],
		['null', null, null],
		[undefined, null, null],
		[{ id: 'yes' }, null, null],
	])('in a native button has the parameters %j', (paramsJson, text, selectedId) => {
		expect(read({ interactiveResponseMessage: { nativeFlowResponseMessage: { paramsJson } } })).toStrictEqual({
			...emptyMessage,
			type: 'button',
			text,
			selectedId,
		});
	});
});

test('a reaction has its emoji and the id of its message', () => {
	expect(read({ reactionMessage: { text: '👍', key: { id: 'm' } } })).toStrictEqual({
		...emptyMessage,
		type: 'reaction',
		text: '👍',
		targetMessageId: 'm',
	});
});

describe('a message about another one', () => {
	const protocol = (content: object) => read({ protocolMessage: { key: { id: 'm' }, ...content } });

	test.each([0, '0', 'REVOKE', undefined])('of the type %j deletes it', (type) => {
		expect(protocol({ type })).toStrictEqual({ ...emptyMessage, type: 'deleted', targetMessageId: 'm' });
	});

	test.each([14, '14', 'MESSAGE_EDIT'])('of the type %j edits it', (type) => {
		const edited = { ...emptyMessage, type: 'edited', targetMessageId: 'm' };
		expect(protocol({ type, editedMessage: { imageMessage: { caption: 'new' } } })).toMatchObject({
			...edited,
			text: 'new',
		});
		expect(protocol({ type, editedMessage: 'new' })).toStrictEqual(edited);
	});

	test.each([3, 'EPHEMERAL_SETTING'])('of the type %j is something else', (type) => {
		expect(protocol({ type, editedMessage: { conversation: 'new' } })).toStrictEqual({
			...emptyMessage,
			type: 'protocol',
		});
	});

	test('may edit an edit, up to eight times', () => {
		const edits = (times: number): object =>
			times === 0 ? { conversation: 'new' } : { protocolMessage: { type: 14, editedMessage: edits(times - 1) } };
		expect(read(edits(8))).toMatchObject({ type: 'edited', text: 'new' });
		expect(read(edits(9))).toMatchObject({ type: 'edited', text: null });
	});
});

describe('a message inside another one', () => {
	test.each([
		'ephemeralMessage',
		'viewOnceMessage',
		'viewOnceMessageV2',
		'viewOnceMessageV2Extension',
		'documentWithCaptionMessage',
		'deviceSentMessage',
		'editedMessage',
		'botInvokeMessage',
	])('is read from %s', (wrapper) => {
		expect(read({ messageContextInfo: {}, [wrapper]: { message: { conversation: 'hi' } } }).text).toBe('hi');
	});

	test('is read eight levels deep, deeper than any client nests them', () => {
		expect(read(wrapped(8, { conversation: 'hi' }))).toMatchObject({ type: 'text', text: 'hi' });
		expect(read(wrapped(9, { conversation: 'hi' }))).toMatchObject({ type: 'ephemeralMessage', text: null });
	});

	test('is looked for only where there is one', () => {
		expect(read({ ephemeralMessage: { message: 'x' }, conversation: 'hi' }).text).toBe('hi');
		expect(read({ hologramMessage: { message: { conversation: 'hi' } } })).toMatchObject({ type: 'hologramMessage' });
	});
});

test.each(['messageContextInfo', 'senderKeyDistributionMessage', 'fastRatchetKeySenderKeyDistributionMessage'])(
	'%s is beside the content, which names the type',
	(companion) => {
		expect(read({ [companion]: {}, hologramMessage: {} })).toStrictEqual({ ...emptyMessage, type: 'hologramMessage' });
		expect(read({ [companion]: {} })).toStrictEqual(emptyMessage);
	},
);

test.each([['x'], [[]], [null]])('a known kind whose content is %j keeps its own name', (content) => {
	expect(read({ imageMessage: content })).toStrictEqual({ ...emptyMessage, type: 'imageMessage' });
});

test('a message that answers another one has its id, whatever its kind is', () => {
	const contextInfo = { stanzaId: 'm' };
	for (const kind of ['extendedTextMessage', 'imageMessage', 'contactMessage']) {
		expect(read({ [kind]: { contextInfo } }).quotedMessageId).toBe('m');
	}
});
