export interface HostileBody {
	name: string;
	/** Made when it is needed: all of them together are large. */
	text: () => string;
	contentType?: string;
}

const FORM = 'application/x-www-form-urlencoded';

/** Repeats a part until `size` characters are nearly full, with something before and after it. */
const fill = (size: number, before: string, part: string, after: string) =>
	before + part.repeat(Math.floor((size - before.length - after.length) / part.length)) + after;

const record = (id: number, more: object = {}) => ({ id: `m${id}`, body: 'x', chatId: '966501234567@c.us', ...more });
const records = (count: number, more: object = {}) => Array.from({ length: count }, (_, id) => record(id, more));

const nested = (depth: number, open: string, core: string, close: string) =>
	open.repeat(depth) + core + close.repeat(depth);

/** One record whose field is as long as the body allows. */
const longField = (size: number, field: string, part: string, more: object = {}) => {
	const [before, after] = JSON.stringify({
		event: 'message-new',
		messages: record(1, { ...more, [field]: '#' }),
	}).split('#');
	return fill(size, before, part, after);
};

const longFields: Array<[field: string, part: string, more?: object]> = [
	['body', 'a'],
	['body', 'س'],
	['body', '\\u0633'],
	['body', '\\\\'],
	['body', '1'],
	['body', '1.', { type: 'location' }],
	['body', ' ', { type: 'location' }],
	['body', 'BEGIN:VCARD\\nFN:A\\nEND:VCARD\\n', { type: 'vcard' }],
	['body', 'TEL;waid=', { type: 'vcard' }],
	['body', 'https://a', { type: 'image' }],
	['type', 'x-'],
	['id', 'true_a@'],
	['chatId', '9'],
	['author', '(9) '],
	['status', 'sent'],
	['time', '1'],
	['fileName', 'a.', { type: 'document' }],
	['caption', 'a.', { type: 'document' }],
];

/** Bodies that look for a weak spot: of a parser, of a pattern, of a list, of memory. At most `size` bytes of UTF-8 each. */
export const hostileBodies = (size: number): HostileBody[] => [
	...longFields.map(([field, part, more]) => ({
		name: `a ${field} of ${JSON.stringify(part)} without end${more ? `, ${JSON.stringify(more)}` : ''}`,
		text: () => longField(Math.floor(size / Buffer.byteLength(part)) * part.length, field, part, more),
	})),
	{ name: 'empty objects in a list', text: () => fill(size, '[', '{},', '{}]') },
	{ name: 'empty objects in a field', text: () => fill(size, '{"a":[', '{},', '{}]}') },
	{ name: 'as many empty objects as are allowed', text: () => `{"a":[${Array(49_990).fill('{}').join(',')}]}` },
	{
		name: 'as many empty records as are allowed',
		text: () => `{"event":"message-new","messages":[${Array(1000).fill('{}').join(',')}]}`,
	},
	{
		name: 'objects with many names',
		text: () =>
			JSON.stringify(Object.fromEntries(Array.from({ length: 90_000 }, (_, index) => [`name ${index}`, index]))),
	},
	{ name: 'lists in lists', text: () => nested(Math.floor(size / 2) - 10, '[', '', ']') },
	{ name: 'objects in objects', text: () => nested(Math.floor(size / 7), '{"a":', '1', '}') },
	{
		name: 'edits of edits',
		text: () =>
			`{"key":{"id":"a","remoteJid":"1@c.us"},"message":${nested(60_000, '{"protocolMessage":{"type":14,"editedMessage":', '{}', '}}')}}`,
	},
	{
		name: 'a thousand large records',
		text: () =>
			JSON.stringify({ event: 'message-new', messages: records(1000, { body: 'x'.repeat(size / 1000 - 200) }) }),
	},
	{
		name: 'a thousand records in a large envelope',
		text: () => JSON.stringify({ event: 'message-new', padding: 'p'.repeat(size - 100_000), messages: records(1000) }),
	},
	{
		name: 'a thousand records in an envelope with many fields',
		text: () =>
			JSON.stringify({
				event: 'message-new',
				...Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`name ${index}`, index])),
				messages: records(1000),
			}),
	},
	{
		name: 'a thousand objects of one WhatsLoop Cloud event in a large envelope',
		text: () =>
			JSON.stringify({
				object: 'event',
				type: 'message.received',
				padding: 'p'.repeat(size - 100_000),
				data: { object: Array.from({ length: 1000 }, (_, id) => ({ message_id: id, content: 'x' })) },
			}),
	},
	{
		name: 'a thousand events in a large envelope',
		text: () =>
			JSON.stringify({
				padding: 'p'.repeat(size - 200_000),
				events: records(1000).map((messages) => ({ event: 'message-new', messages })),
			}),
	},
	{
		name: 'events that hold lists of records',
		text: () =>
			JSON.stringify({
				events: Array(20).fill({ event: 'message-new', padding: 'p'.repeat(100_000), messages: records(50) }),
			}),
	},
	{ name: 'a form with many fields', text: () => fill(size, '', 'a=1&', 'b=2'), contentType: FORM },
	{ name: 'a form with many brackets', text: () => fill(size, 'a', '[a]', '=1'), contentType: FORM },
	{ name: 'a form with open brackets', text: () => fill(size, 'a', '[', '=1'), contentType: FORM },
	{
		name: 'a form that sets the length of a list',
		text: () => 'a=[1]&a[length]=30000000&a[4294967294]=1',
		contentType: FORM,
	},
	{
		name: 'a form with large JSON in many fields',
		text: () => Array.from({ length: 100 }, (_, index) => fill(size / 100 - 1, `f${index}=[`, '[],', '1]')).join('&'),
		contentType: FORM,
	},
	{ name: 'a form with percent signs', text: () => fill(size, 'a=', '%7B', ''), contentType: FORM },
	{
		name: 'a form with one long field',
		text: () => fill(size, 'event=message-new&messages[body]=', 'x', ''),
		contentType: FORM,
	},
];
