import { engineFields } from '../../../../../nodes/WhatsLoop/trigger/normalise/records/engineFields';
import { flatMessage } from '../../../../../nodes/WhatsLoop/trigger/normalise/records/flatMessage';

const PERSON = '966501234567@c.us';
const GROUP = '1203@g.us';
const FILE = 'https://files.example.com/1.pdf';

const read = (record: object) => flatMessage(record as never, engineFields);
const message = (record: object) => read(record).message;

const plain = {
	id: null,
	type: null,
	text: null,
	mediaUrl: null,
	mimeType: null,
	fileName: null,
	quotedMessageId: null,
};

test('an empty record is a message of which nothing is known', () => {
	expect(read({})).toStrictEqual({
		event: 'message',
		chatId: null,
		phone: null,
		isGroup: false,
		fromMe: false,
		timestamp: null,
		message: plain,
		contact: { id: null, phone: null, name: null },
	});
});

describe('the type', () => {
	test('of a record without one follows from its content', () => {
		expect(message({ body: 'hi' })?.type).toBe('text');
		expect(message({ body: 'hi', mediaUrl: FILE })?.type).toBe('document');
	});

	test.each(['text', 'constructor', 'call_log'])('%s has no fields of its own', (type) => {
		expect(message({ type, body: 'hi', caption: 'look', url: FILE })).toStrictEqual({ ...plain, type, text: 'hi' });
	});

	test.each(['text', 'call_log'])('%s may have its words in the caption', (type) => {
		expect(message({ type, caption: 'look' })?.text).toBe('look');
	});
});

describe('a file', () => {
	test.each(['image', 'video', 'gif', 'audio', 'voice', 'sticker', 'document'])('%s has an address', (type) => {
		const record = { type, url: FILE, caption: 'look', mimetype: 'a/b', fileName: 'a.bin' };
		const expected = { type, text: 'look', mediaUrl: FILE, mimeType: 'a/b', fileName: 'a.bin' };
		expect(message(record)).toStrictEqual({ ...plain, ...expected });
	});

	test.each([FILE, 'http://files.example.com/1', 'HTTPS://FILES.EXAMPLE.COM/1', ` ${FILE}\n`])(
		'may have its address as its body: %j',
		(body) => {
			expect(message({ type: 'image', body })).toMatchObject({ text: null, mediaUrl: body.trim() });
		},
	);

	test.each([`see ${FILE}`, `${FILE} please`, 'https://', 'ftp://files.example.com/1', 'look'])(
		'has words as its body: %j',
		(body) => {
			expect(message({ type: 'image', body })).toMatchObject({ text: body, mediaUrl: null });
		},
	);

	test('has its own address before that in its body, and its caption before its body', () => {
		const record = { type: 'image', body: 'words', url: FILE, caption: 'look' };
		expect(message(record)).toMatchObject({ text: 'look', mediaUrl: FILE });
		expect(message({ ...record, body: `${FILE}?2`, caption: undefined })).toMatchObject({ text: null, mediaUrl: FILE });
	});
});

describe('the caption of a document', () => {
	const long = (characters: number) => `${'a'.repeat(characters)}.pdf`;

	test.each(['invoice.pdf', 'INVOICE 1.PDF', 'a.b', 'archive.tar.gz', 'report.numbers1', long(200)])(
		'is its name: %s',
		(caption) => {
			expect(message({ type: 'document', url: FILE, caption })).toMatchObject({ text: null, fileName: caption });
		},
	);

	test.each(['due', '.pdf', 'invoice.', 'invoice.pdf please', 'see\ninvoice.pdf', 'a.extension', 'a.b-c', long(201)])(
		'is its words: %j',
		(caption) => {
			expect(message({ type: 'document', url: FILE, caption })).toMatchObject({ text: caption, fileName: null });
		},
	);

	test('is its words where it has another name', () => {
		const record = { type: 'document', url: FILE, caption: 'old.pdf', fileName: 'new.pdf' };
		expect(message(record)).toMatchObject({ text: 'old.pdf', fileName: 'new.pdf' });
	});

	test('is its name in no other file', () => {
		expect(message({ type: 'image', url: FILE, caption: 'a.jpg' })).toMatchObject({ text: 'a.jpg', fileName: null });
	});
});

describe('a place', () => {
	const place = (latitude: number, longitude: number) => ({ latitude, longitude, name: null, address: null });

	test.each([
		['24.7136;46.6753', 24.7136, 46.6753],
		['24.7136,46.6753', 24.7136, 46.6753],
		['  24  ;  46  ', 24, 46],
		['-24.5, -46.25 (office)', -24.5, -46.25],
	])('is read from the words %j', (body, latitude, longitude) => {
		expect(message({ type: 'location', body, caption: 'Office' })).toStrictEqual({
			...plain,
			type: 'location',
			text: 'Office',
			location: place(latitude, longitude),
		});
	});

	test.each(['Office', 'at 24.7136;46.6753', '24.7136 46.6753', '24.7136;', ';46.6753', '24.;46'])(
		'is not read from the words %j',
		(body) => {
			expect(message({ type: 'location', body })).toStrictEqual({ ...plain, type: 'location', text: body });
		},
	);

	test('is read from its fields before its words', () => {
		const record = { type: 'location', body: '1;2', latitude: '24.5', longitude: 46.5 };
		expect(message(record)?.location).toStrictEqual(place(24.5, 46.5));
	});

	test.each([{ latitude: 24.5 }, { longitude: 46.5 }, { latitude: 'north', longitude: 46.5 }, {}])(
		'needs both coordinates: %j',
		(record) => {
			expect(message({ type: 'location', caption: 'Office', ...record })).toStrictEqual({
				...plain,
				type: 'location',
				text: 'Office',
			});
		},
	);
});

describe('a contact', () => {
	test.each(['BEGIN:VCARD\nFN:Ali\nEND:VCARD', 'begin:vcard\nfn:Ali\nend:vcard'])(
		'is read from the vCard %j',
		(body) => {
			expect(message({ type: 'vcard', body })).toStrictEqual({
				...plain,
				type: 'contact',
				text: 'Ali',
				contacts: [{ id: null, phone: null, name: 'Ali' }],
			});
		},
	);

	test.each([
		[{ name: 'Ali', phone: '+966 50 999 9999' }, 'Ali', { phone: '966509999999', name: 'Ali' }],
		[{ name: 'Ali' }, 'Ali', { phone: null, name: 'Ali' }],
		[{ phone: '966509999999' }, 'words', { phone: '966509999999', name: null }],
	])('is read from the fields %j', (metadata, text, contact) => {
		const read = message({ type: 'contact', body: 'words', metadata });
		expect(read).toMatchObject({ text, contacts: [{ id: null, ...contact }] });
	});

	test('without a number and a name has its words alone', () => {
		expect(message({ type: 'contact', body: 'words' })).toStrictEqual({ ...plain, type: 'contact', text: 'words' });
		expect(message({ type: 'contact' })).toStrictEqual({ ...plain, type: 'contact' });
	});
});

test.each(['button', 'list'])('a tapped %s has the id of what was tapped', (type) => {
	const record = { type, body: 'Yes', selectedId: 'yes', targetMessageId: 'm' };
	expect(message(record)).toStrictEqual({ ...plain, type, text: 'Yes', selectedId: 'yes' });
	expect(message({ type, body: 'Yes' })).toStrictEqual({ ...plain, type, text: 'Yes', selectedId: null });
});

test.each(['reaction', 'edited', 'deleted'])('a message of the type %s has the id of the other message', (type) => {
	const record = { type, body: 'new', selectedId: 'yes', targetMessageId: 'm' };
	expect(message(record)).toStrictEqual({ ...plain, type, text: 'new', targetMessageId: 'm' });
});

describe('who wrote a message', () => {
	test.each<[string, object, boolean]>([
		['a flag', { fromMe: 'true', id: `false_${PERSON}_A` }, true],
		['a flag under its second name', { fromMe: 'maybe', from_me: 1 }, true],
		['a flag against the author', { fromMe: false, author: 'Me' }, false],
		['its composed id', { id: `true_${PERSON}_A` }, true],
		['its composed id, against the author', { id: `false_${PERSON}_A`, author: 'Me' }, false],
		['the author Me', { author: 'Me' }, true],
		['nothing', { author: 'Sara' }, false],
	])('is told by %s', (_name, record, fromMe) => {
		expect(read(record).fromMe).toBe(fromMe);
	});
});

describe('the chat and the person', () => {
	test.each<[string, object, object]>([
		[
			'of a direct message',
			{ chatId: PERSON, author: 'Sara', pushName: 'Sara' },
			{ chatId: PERSON, phone: '966501234567', contact: { id: PERSON, phone: '966501234567', name: 'Sara' } },
		],
		[
			'of a direct message whose chat is in its id',
			{ id: `false_${PERSON}_A` },
			{ chatId: PERSON, phone: '966501234567', contact: { id: PERSON, phone: '966501234567', name: null } },
		],
		[
			'of a direct message with a chat of its own beside its id',
			{ id: 'false_1@c.us_A', chatId: PERSON },
			{ chatId: PERSON },
		],
		[
			'of a direct message whose chat hides the number',
			{ chatId: '99@lid', author: PERSON },
			{ chatId: '99@lid', phone: '966501234567', contact: { id: PERSON, phone: '966501234567', name: null } },
		],
		[
			'of a message that only names the person',
			{ phone: '+966 50 123 4567' },
			{ chatId: '966501234567', phone: '966501234567', contact: { id: null, phone: '966501234567', name: null } },
		],
		[
			'of an own direct message',
			{ fromMe: true, chatId: PERSON, author: '966505555555', pushName: 'Shop' },
			{ chatId: PERSON, phone: '966501234567', contact: { id: null, phone: '966505555555', name: 'Shop' } },
		],
		[
			'of an own message by Me',
			{ fromMe: true, chatId: PERSON, author: 'Me', pushName: 'Me' },
			{ chatId: PERSON, phone: '966501234567', contact: { id: null, phone: null, name: null } },
		],
		[
			'of a message of somebody who calls himself Me',
			{ fromMe: false, chatId: PERSON, pushName: 'Me' },
			{ contact: { id: PERSON, phone: '966501234567', name: 'Me' } },
		],
		[
			'of a message in a group',
			{ chatId: GROUP, author: PERSON, pushName: 'Sara' },
			{
				chatId: GROUP,
				isGroup: true,
				phone: '966501234567',
				contact: { id: PERSON, phone: '966501234567', name: 'Sara' },
			},
		],
		[
			'of a message in a group without an author',
			{ chatId: GROUP },
			{ chatId: GROUP, isGroup: true, phone: null, contact: { id: null, phone: null, name: null } },
		],
		[
			'of an own message in a group',
			{ fromMe: true, chatId: GROUP, author: '966505555555' },
			{ isGroup: true, phone: '966505555555', contact: { id: null, phone: '966505555555', name: null } },
		],
	])('%s', (_name, record, expected) => {
		expect(read(record)).toMatchObject(expected);
	});
});
