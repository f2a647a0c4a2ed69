import fc from 'fast-check';
import {
	chatIdentity,
	cleanChatId,
	isGroupId,
	phoneOfChatId,
	tidyChatId,
} from '../../../nodes/WhatsLoop/input/chatIdentity';

const SAUDI = '966501234567';

describe('one person has one identity', () => {
	test.each([
		SAUDI,
		'+966501234567',
		'00966501234567',
		'٩٦٦٥٠١٢٣٤٥٦٧',
		'+966 50-123 4567',
		'966501234567@c.us',
		'966501234567@C.US',
		' 966501234567@c.us\n',
		'+966501234567@c.us',
		'+966 50 123 4567@c.us',
		'00966501234567@c.us',
		'٩٦٦٥٠١٢٣٤٥٦٧@c.us',
		'۹۶۶۵۰۱۲۳۴۵۶۷@c.us',
		'\u200e966501234567@c.us',
		'966501234567@s.whatsapp.net',
		'966501234567@S.WhatsApp.net',
		'966501234567:12@s.whatsapp.net',
		'966501234567.0:12@s.whatsapp.net',
		'966501234567_1:2@s.whatsapp.net',
		'٩٦٦٥٠١٢٣٤٥٦٧:٣@s.whatsapp.net',
	])('%j', (recipient) => {
		expect(chatIdentity(recipient)).toBe(SAUDI);
	});

	test.each([
		['in Mexico, with and without the 1', '5215512345678', '525512345678'],
		['in Argentina, with and without the 9', '5491123456789', '541123456789'],
		['in Brazil, with and without the ninth digit', '5511987654321', '551187654321'],
	])('%s (WhatsApp writes both for the same chat)', (_where, one, other) => {
		expect(chatIdentity(one)).toBe(chatIdentity(`${other}@c.us`));
	});

	test('but not with a Brazilian landline (it never got a ninth digit)', () => {
		expect(chatIdentity('551132345678')).not.toBe(chatIdentity('5511932345678'));
	});
});

describe('a group has one identity', () => {
	test.each([
		'120363041234567890@g.us',
		'120363041234567890@G.US',
		'١٢٠٣٦٣٠٤١٢٣٤٥٦٧٨٩٠@g.us',
		' 120363041234567890@g.us ',
	])('%j', (recipient) => {
		expect(chatIdentity(recipient)).toBe('120363041234567890@g.us');
	});

	test('that keeps the dash of old groups (creator and time)', () => {
		expect(chatIdentity('966501234567-1612345678@G.us')).toBe('966501234567-1612345678@g.us');
	});

	test('other than that of a person with the same digits', () => {
		expect(chatIdentity('966501234567@g.us')).not.toBe(chatIdentity(SAUDI));
	});
});

test.each([
	['status@broadcast', 'status@broadcast'],
	['99887766@lid', '99887766@lid'],
	['99887766:5@LID', '99887766@lid'],
	['120363@newsletter', '120363@newsletter'],
	['Omar', 'Omar'],
	['x12@c.us', 'x12@c.us'],
	['12x@c.us', '12x@c.us'],
	['@G.US@s.whatsapp.net', '@G.US@s.whatsapp.net'],
	['', ''],
])('%j is %j (other chats keep their own name)', (recipient, expected) => {
	expect(chatIdentity(recipient)).toBe(expected);
});

describe('what is sent', () => {
	test.each([
		['966501234567@C.US', '966501234567@c.us'],
		['+966501234567@c.us', '966501234567@c.us'],
		['966501234567:12@s.whatsapp.net', '966501234567@s.whatsapp.net'],
		['٩٦٦٥٠١٢٣٤٥٦٧@c.us', '966501234567@c.us'],
		['1203@G.US', '1203@g.us'],
		['0501234567@c.us', '0501234567@c.us'],
		['status@broadcast', 'status@broadcast'],
		['Name+1@X.example', 'Name+1@X.example'],
		['x1-2@c.us', 'x1-2@c.us'],
		['1-2x@c.us', '1-2x@c.us'],
	])('for %j is %j (the form that the user chose, in the spelling of WhatsApp)', (chatId, sent) => {
		expect(tidyChatId(chatId)).toBe(sent);
	});
});

test.each([
	'sara@example.com',
	'name@c.us',
	'@g.us',
	'1203@',
	'966501234567@c.us.example',
	'120363@g.us@c.us',
	'x@broadcast',
	'x1@broadcast',
	'my status@broadcast',
	'status1@broadcast',
	'1234@c.us',
	'1234567890123456@c.us',
	'1234567890123456@s.whatsapp.net',
	'x12345@s.whatsapp.net',
	'12345x@s.whatsapp.net',
	'12345x@c.us',
	'x1203@g.us',
	'1203x@g.us',
	'1203-@g.us',
	'x1@lid',
	'1x@lid',
	'x1@newsletter',
	'1x@newsletter',
])('%j is refused: it has an @ and is no chat ID (nothing could arrive)', (text) => {
	expect(() => cleanChatId(text)).toThrow('is not a chat ID of WhatsApp');
});

test.each([
	'12345@c.us',
	'123456789012345@s.whatsapp.net',
	'120363041234567890@g.us',
	'966501234567-1612345678@g.us',
	'99887766@lid',
	'120363041234567890@newsletter',
	'status@broadcast',
	'1612345678@broadcast',
])('%j is a chat ID to send to', (chatId) => {
	expect(cleanChatId(chatId)).toBe(chatId);
});

test('white space around a chat ID is taken off, also where its form is not known', () => {
	expect(tidyChatId(' someone@example.com\n')).toBe('someone@example.com');
});

test('a text of more than 100 characters is left as it is (it can be no chat ID, and reading it costs time)', () => {
	const digits = '٩'.repeat(90);
	expect(tidyChatId(`${digits}@c.us     `)).toBe(`${'9'.repeat(90)}@c.us`);
	expect(tidyChatId(`${'٩'.repeat(95)}@c.us`)).toBe(`${'9'.repeat(95)}@c.us`);
	expect(tidyChatId(`${'٩'.repeat(96)}@c.us`)).toBe(`${'٩'.repeat(96)}@c.us`);
});

test.each([
	['1203@g.us', true],
	['1203@G.US', true],
	['966501234567@c.us', false],
	['@g.us.example', false],
	[null, false],
	[undefined, false],
])('%j is the ID of a group: %p', (id, expected) => {
	expect(isGroupId(id)).toBe(expected);
});

test.each([
	['95215512345678', 'a longer number that has 521 inside'],
	['52155123456789', 'a number of 521 that is too long'],
	['95491123456789', 'a longer number that has 549 inside'],
	['54911234567890', 'a number of 549 that is too long'],
	['95511987654321', 'a longer number that has 55 inside'],
	['55119876543210', 'a number of 55 that is too long'],
])('%s keeps its identity: %s', (number) => {
	expect(chatIdentity(number)).toBe(number);
});

test('only the end of a number is a device, and only a prefix of zeros is cut', () => {
	expect(chatIdentity('96650:12:3@c.us')).not.toBe('96650');
	expect(chatIdentity('966500000000@c.us')).toBe('966500000000');
	expect(chatIdentity('966501234567.12:3@s.whatsapp.net')).toBe(SAUDI);
});

describe('any spelling', () => {
	const digits = fc
		.tuple(
			fc.constantFrom(...'123456789'),
			fc.stringOf(fc.constantFrom(...'0123456789'), { minLength: 6, maxLength: 14 }),
		)
		.map((parts) => parts.join(''));
	const rowZero = fc.constantFrom(0x30, 0x660, 0x6f0);
	const domain = fc.constantFrom('', '@c.us', '@C.us', '@s.whatsapp.net', '@S.WHATSAPP.NET');
	const device = fc.constantFrom('', ':1', ':12');

	test('of a number, with any prefix, digits and domain, gives the identity of the number', () => {
		fc.assert(
			fc.property(
				digits,
				rowZero,
				fc.constantFrom('', '+', '00'),
				device,
				domain,
				(number, zero, prefix, suffix, at) => {
					const written = [...number].map((digit) => String.fromCharCode(zero + Number(digit))).join('');
					const recipient = `${prefix}${written}${at === '' ? '' : suffix}${at}`;
					expect(chatIdentity(recipient)).toBe(chatIdentity(number));
				},
			),
		);
	});

	test('has the same identity before and after cleaning, and an identity is its own identity', () => {
		const alphabet = fc.constantFrom(...'0159٠٥۵+-:._ @', 'c.us', 'G.US', 's.whatsapp.net', 'lid', 'x');
		fc.assert(
			fc.property(fc.stringOf(alphabet, { maxLength: 20 }), (text) => {
				const identity = chatIdentity(text);
				expect(chatIdentity(identity)).toBe(identity);
				if (text.includes('@')) expect(chatIdentity(tidyChatId(text))).toBe(identity);
			}),
			{ numRuns: 2000 },
		);
	});
});

describe('the phone number behind an ID', () => {
	test.each([
		['966501234567@c.us', '966501234567'],
		['966501234567@s.whatsapp.net', '966501234567'],
		['966501234567@S.WhatsApp.net', '966501234567'],
		['966501234567:12@s.whatsapp.net', '966501234567'],
		['966501234567.0:3@s.whatsapp.net', '966501234567'],
		['966501234567:3', '966501234567'],
		['966501234567:12', '966501234567'],
		['+966501234567@c.us', '966501234567'],
		[' 966501234567@c.us ', '966501234567'],
		['12345@c.us', '12345'],
		['966501234567', '966501234567'],
		[966501234567, '966501234567'],
		['+966 50 123-4567', '966501234567'],
	])('%s is %s', (id, phone) => {
		expect(phoneOfChatId(id)).toBe(phone);
	});

	test.each([
		['nothing', null],
		['a field that is missing', undefined],
		['an empty text', ''],
		['a group', '120363041234567890@g.us'],
		['the bare ID of a group', '120363041234567890'],
		['a broadcast list', 'status@broadcast'],
		['a channel', '120363041234567890@newsletter'],
		['a hidden number', '966501234567@lid'],
		['a name', 'Sami'],
		['a name before a number', 'call 966501234567'],
		['a word after a number', '966501234567 home'],
		['a device that something follows', '966501234567:3 5'],
		['a short number', '12345'],
		['a time', '10:30'],
	])('%s has none', (_what, id) => {
		expect(phoneOfChatId(id)).toBeNull();
	});
});
