import { parseBody, readRawBody } from '../../../nodes/WhatsLoop/trigger/body';

const FORM = 'application/x-www-form-urlencoded';
const parse = (text: string | Buffer, contentType = 'application/json') =>
	parseBody(Buffer.from(text as string), contentType);

describe('JSON is read', () => {
	test.each<[string, string | Buffer, string, unknown]>([
		['plain', '{"a":1}', 'application/json', { a: 1 }],
		['in any white space', '\r\n\t {\n "a" :\t1 }\n\n', 'application/json', { a: 1 }],
		['with letters of any script', '{"a":"سلام 👋"}', 'application/json; charset=utf-8', { a: 'سلام 👋' }],
		['with a byte order mark', '\ufeff{"a":1}', 'application/json', { a: 1 }],
		['with its charset in capitals and quotes', '{"a":"é"}', 'application/json; charset="UTF-8"', { a: 'é' }],
		['in an older charset', Buffer.from('{"a":"é"}', 'latin1'), 'application/json; charset=iso-8859-1', { a: 'é' }],
		['with a charset that does not exist', '{"a":"é"}', 'application/json; charset=klingon', { a: 'é' }],
		['called plain text', '{"a":1}', 'text/plain', { a: 1 }],
		['called a form', '{"a":1}', FORM, { a: 1 }],
		['called nothing', '{"a":1}', '', { a: 1 }],
		['as a list', '[{"a":1},{"a":2}]', 'application/json', [{ a: 1 }, { a: 2 }]],
		['as a list with odd entries, which are no events', '[{"a":1},2,null]', 'application/json', [{ a: 1 }]],
		['as an empty object', '{}', 'application/json', {}],
	])('%s', (_name, text, contentType, expected) => {
		expect(parse(text, contentType)).toEqual(expected);
	});
});

describe('a form is read', () => {
	test.each<[string, string, unknown]>([
		['flat', 'event=message-new&body=a%20b+c', { event: 'message-new', body: 'a b c' }],
		[
			'with nested names',
			'data[object][type]=text&data[object][content]=%D8%B3',
			{ data: { object: { type: 'text', content: 'س' } } },
		],
		[
			'with lists',
			'ack[0][id]=a&ack[0][status]=sent&ack[1][id]=b&ack[1][status]=viewed',
			{
				ack: [
					{ id: 'a', status: 'sent' },
					{ id: 'b', status: 'viewed' },
				],
			},
		],
		['with JSON in a field', 'event=x&data={"id":1}', { event: 'x', data: { id: 1 } }],
		['with the whole event in a field', 'payload={"event":"x"}', { event: 'x' }],
		['with half JSON in a field, as text', 'data={"id":', { data: '{"id":' }],
	])('%s', (_name, text, expected) => {
		expect(parse(text, `${FORM}; charset=utf-8`)).toEqual(expected);
	});

	test('without touching the prototype of anything', () => {
		parse('__proto__[polluted]=1&a[constructor][prototype][polluted]=1&b=2', FORM);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});

describe('everything else is no event', () => {
	test.each<[string, string, string]>([
		['nothing', '', 'application/json'],
		['white space', ' \n', 'application/json'],
		['half an object', '{"a":', 'application/json'],
		['half an object called a form', '{"a":', FORM],
		['a number', '5', 'application/json'],
		['a text', '"a"', 'application/json'],
		['null', 'null', 'application/json'],
		['true', 'true', 'application/json'],
		['an empty list', '[]', 'application/json'],
		['a list of numbers', '[1,2]', 'application/json'],
		['words', 'hello', 'text/plain'],
		['a page', '<html></html>', 'text/html'],
		['an empty form', '&=&', FORM],
		['words called a form', 'hello', FORM],
	])('%s', (_name, text, contentType) => {
		expect(parse(text, contentType)).toBeUndefined();
	});
});

describe('the bytes of a request', () => {
	test('are taken as n8n read them', async () => {
		expect(await readRawBody({ rawBody: Buffer.from('x') })).toEqual(Buffer.from('x'));
	});

	test('are read where n8n has not done so', async () => {
		const request: { rawBody?: Buffer; readRawBody: () => Promise<void> } = {
			readRawBody() {
				this.rawBody = Buffer.from('later');
				return Promise.resolve();
			},
		};
		expect(String(await readRawBody(request))).toBe('later');
	});

	test.each([
		[
			'n8n has taken the request apart',
			{ readRawBody: async () => await Promise.reject(new Error('stream is not readable')) },
		],
		['there is no way to them', {}],
	])('are none where %s', async (_name, request) => {
		expect((await readRawBody(request)).length).toBe(0);
	});
});
