import { readChats } from '../../../../nodes/WhatsLoop/trigger/fields/chats';

const keysOf = (value: unknown) => [...(readChats(value) ?? [])];

describe('a chat in the list', () => {
	test.each<[string, string, string]>([
		['a number', '+966 50 123 4567', '966501234567'],
		['a chat ID of a person', '966501234567@s.whatsapp.net', '966501234567'],
		['a group ID', '120363000000000001@g.us', '120363000000000001'],
		['a group ID in capitals', '120363000000000001@G.US', '120363000000000001'],
		['the digits of a group ID', '120363000000000001', '120363000000000001'],
		['sixteen digits, which are no number', '1203630000000001', '1203630000000001'],
		['the ID of a hidden person', '12345678901234@LID', '12345678901234@lid'],
		['something that only begins like a group ID', '1203@g.us.example', '1203@g.us.example'],
	])('may be %s', (_name, chat, key) => {
		expect(keysOf(chat)).toEqual([key]);
	});

	test.each(['1203630000000001x', 'x1203630000000001', '@g.us', 'Sara'])('may not be %s', (chat) => {
		expect(() => readChats(chat)).toThrow('"Chats" has an entry that is neither');
	});
});

test.each<[string, unknown]>([
	['commas', '966501234567, 966507654321'],
	['Arabic commas', '966501234567، 966507654321'],
	['semicolons', '966501234567;966507654321'],
	['line ends', '966501234567\n966507654321\n'],
	['a list', [966501234567, ' 966507654321 ', '', null]],
])('several chats are told apart by %s', (_name, value) => {
	expect(keysOf(value)).toEqual(['966501234567', '966507654321']);
});

test.each(['', ' , ', undefined, null])('%p means all chats', (value) => {
	expect(readChats(value)).toBeUndefined();
});
