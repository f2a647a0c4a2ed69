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
		[
			'with white space around its charset',
			Buffer.from('{"a":"é"}', 'latin1'),
			'text/plain; charset = latin1',
			{ a: 'é' },
		],
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
		...['payload', 'body', 'json'].map((name): [string, string, unknown] => [
			`with the whole event in its only field, ${name}`,
			`${name}={"event":"x"}`,
			{ event: 'x' },
		]),
		['with half JSON in a field, as text', 'data={"id":', { data: '{"id":' }],
	])('%s', (_name, text, expected) => {
		expect(parse(text, `${FORM}; charset=utf-8`)).toEqual(expected);
	});

	test.each<[string, string, unknown]>([
		['a list that grows by empty brackets', 'a[]=1&a[]=2', { a: ['1', '2'] }],
		['records in such a list', 'a[][id]=1&a[][id]=2', { a: [{ id: '1' }, { id: '2' }] }],
		['a name that contradicts another one', 'a=1&a[b]=2', { a: '1', 'a[b]': '2' }],
		['a name with a broken bracket', 'a[b=1', { 'a[b': '1' }],
		['a name of more than a thousand characters', `${'a'.repeat(998)}[b]=1`, { [`${'a'.repeat(998)}[b]`]: '1' }],
		['a name of a thousand characters', `${'a'.repeat(997)}[b]=1`, { ['a'.repeat(997)]: { b: '1' } }],
		['a name of more than ten steps', `a${'[b]'.repeat(10)}=1`, { [`a${'[b]'.repeat(10)}`]: '1' }],
		['a name of ten steps', `a${'[]'.repeat(9)}=1`, { a: [[[[[[[[['1']]]]]]]]] }],
		['JSON with white space around it', 'data= {"id":1} &a=1', { data: { id: 1 }, a: '1' }],
		['many brackets before words', `a=${'['.repeat(200)}hello`, { a: `${'['.repeat(200)}hello` }],
		['many brackets after words', `a=hello${'['.repeat(200)}]`, { a: `hello${'['.repeat(200)}]` }],
		['JSON in a field with another one beside it', 'payload={"event":"x"}&a=1', { payload: { event: 'x' }, a: '1' }],
		['a list as JSON in a field', 'payload=[1]', { payload: [1] }],
		['one field with a name of its own, as JSON', 'event={"a":1}', { event: { a: 1 } }],
		['words in one field', 'payload=hello', { payload: 'hello' }],
		['null as JSON in a field', 'payload=null', { payload: 'null' }],
		['nested names in one field', 'payload[a]=1', { payload: { a: '1' } }],
		['a field without a name', 'a=2&=1', { a: '2' }],
		['brackets before its name', '[a]b[c]=1', { '[a]b[c]': '1' }],
		['words after its brackets', 'a[b]c=1', { 'a[b]c': '1' }],
		['JSON that begins with words', 'a=see {"b":1}', { a: 'see {"b":1}' }],
		['JSON of several lines', 'a=\n\n{"b":1}\n', { a: { b: 1 } }],
		['words that end in a bracket', 'a=5]', { a: '5]' }],
		['names that are only in part those of a list', 'a[0]=1&a[2]=2', { a: { 0: '1', 2: '2' } }],
		['names of a list in another order', 'a[1]=1&a[0]=2', { a: ['2', '1'] }],
		['a name that no object may have', 'a[__proto__][b]=1&c=2', { c: '2' }],
		['words in brackets', 'body=[hello]&a={', { body: '[hello]', a: '{' }],
	])('with %s', (_name, text, expected) => {
		expect(parse(text, FORM)).toEqual(expected);
	});

	test('without stepping into a list that came as JSON (its length could be set to billions)', () => {
		const start = performance.now();
		expect(parse('a=[1]&a[length]=30000000&a[0]=2', FORM)).toEqual({ a: [1], 'a[length]': '30000000', 'a[0]': '2' });
		expect(performance.now() - start).toBeLessThan(100);
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
		['half an object with an equals sign, called a form', '{"a":"b=', FORM],
		['fields that are not called a form', 'a=b', `text/plain; like=${FORM}`],
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
	test('are used as n8n read them', async () => {
		expect(await readRawBody({ rawBody: Buffer.from('x') })).toEqual(Buffer.from('x'));
	});

	test('are not read a second time', async () => {
		const reads = jest.fn();
		await readRawBody({ rawBody: Buffer.from('x'), readRawBody: reads });
		expect(reads).not.toHaveBeenCalled();
	});

	test('are read if n8n has not read them', async () => {
		const request: { rawBody?: Buffer; readRawBody: () => Promise<void> } = {
			readRawBody() {
				this.rawBody = Buffer.from('later');
				return Promise.resolve();
			},
		};
		expect(String(await readRawBody(request))).toBe('later');
	});

	test('that came before the connection was cut are no bytes (half an event may mean another one)', async () => {
		const request: { rawBody?: Buffer; readRawBody: () => Promise<void> } = {
			readRawBody() {
				this.rawBody = Buffer.from('half');
				return Promise.reject(new Error('aborted'));
			},
		};
		expect((await readRawBody(request)).length).toBe(0);
	});

	test.each([
		[
			'n8n has taken the request apart',
			{ readRawBody: async () => await Promise.reject(new Error('stream is not readable')) },
		],
		['there is no way to them', {}],
	])('are missing if %s', async (_name, request) => {
		expect((await readRawBody(request)).length).toBe(0);
	});
});

describe('a body that would cost too much is refused', () => {
	test.each<[string, string, string, number, RegExp]>([
		['many values', `[${'{},'.repeat(100_000)}{}]`, 'application/json', 413, /too many values/],
		['many levels', `${'{"a":'.repeat(101)}1${'}'.repeat(101)}`, 'application/json', 400, /nested too deeply/],
		['many fields', `${'a=1&'.repeat(10_000)}b=2`, FORM, 413, /too many fields/],
		[
			'many values over several fields',
			`a=[${'[],'.repeat(60_000)}1]&b=[${'[],'.repeat(60_000)}1]`,
			FORM,
			413,
			/too many values/,
		],
		['many levels in a field', `payload=${'['.repeat(101)}${']'.repeat(101)}`, FORM, 400, /nested too deeply/],
	])('%s', (_name, text, contentType, statusCode, message) => {
		expect(() => parse(text, contentType)).toThrow(
			expect.objectContaining({ statusCode, message: expect.stringMatching(message) as string }) as Error,
		);
	});

	test('as many fields as are allowed are read', () => {
		expect(parse(`${'a=1&'.repeat(9999)}b=2`, FORM)).toEqual({ a: '1', b: '2' });
	});

	test.each(['[{"\\",', '[{",', '[{\\\\",', '[{,'])('but brackets and commas in its texts cost nothing: %s', (part) => {
		const text = part.repeat(200_000);
		expect(parse(JSON.stringify({ text }))).toEqual({ text });
	});
});
