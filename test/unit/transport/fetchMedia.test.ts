import { Readable } from 'node:stream';
import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import {
	fetchMedia,
	fileNameIn,
	MAX_MEDIA_BYTES,
	MediaError,
	type MediaOptions,
} from '../../../nodes/WhatsLoop/transport/fetchMedia';
import type { RequestContext } from '../../../nodes/WhatsLoop/transport/requestTypes';

const ADDRESS = 'https://files.example.com/a';

interface Answer {
	statusCode?: number;
	headers?: IDataObject;
	content?: string | string[];
	from?: { remoteAddress?: string; remotePort?: number };
}

/** A context whose requests get these answers, one after the other. */
function contextWith(...answers: Array<Answer | Error>) {
	const requests: IHttpRequestOptions[] = [];
	const bodies: Readable[] = [];
	const httpRequest = async (request: IHttpRequestOptions) => {
		requests.push(request);
		const answer = answers[Math.min(requests.length, answers.length) - 1];
		if (answer instanceof Error) throw answer;
		const { statusCode = 200, headers = {}, content = 'file', from } = answer;
		const body = Object.assign(Readable.from([content].flat()), { socket: from });
		bodies.push(body);
		return { statusCode, headers, body };
	};
	return { context: { helpers: { httpRequest } } as unknown as RequestContext, requests, bodies };
}

const failureOf = async (answer: Answer | Error, options: MediaOptions = {}, address = ADDRESS) => {
	const { context, requests } = contextWith(answer);
	const error = await fetchMedia(context, address, options).then(
		() => undefined,
		(thrown: Error) => thrown,
	);
	expect(error).toBeInstanceOf(MediaError);
	return { message: error?.message, requests: requests.length };
};

test('a file comes with the type and the name that its server gives', async () => {
	const headers = { 'Content-Type': 'image/png ; x=y', 'Content-Disposition': 'attachment; filename="a.png"' };
	const { context, requests } = contextWith({ headers, content: ['one ', 'two'] });
	const file = await fetchMedia(context, ADDRESS);
	expect({ ...file, content: String(file.content) }).toEqual({
		content: 'one two',
		mimeType: 'image/png',
		fileName: 'a.png',
	});
	expect(requests).toEqual([
		{
			url: ADDRESS,
			headers: { 'accept-encoding': 'identity' },
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			abortSignal: expect.any(AbortSignal) as AbortSignal,
		},
	]);
});

test('a file without a type or a name has neither', async () => {
	const { mimeType, fileName } = await fetchMedia(contextWith({}).context, ADDRESS);
	expect([mimeType, fileName]).toEqual([undefined, undefined]);
});

describe('the size of a file', () => {
	test('may be the largest one that is allowed', async () => {
		const { content } = await fetchMedia(contextWith({ content: ['abc', 'de'] }).context, ADDRESS, { maxBytes: 5 });
		expect(content).toHaveLength(5);
	});

	test('may not be larger, and the rest is not read', async () => {
		const { context, bodies } = contextWith({ content: ['abc', 'def', 'ghi'] });
		await expect(fetchMedia(context, ADDRESS, { maxBytes: 3 * 1024 * 1024 })).resolves.toBeDefined();
		await expect(fetchMedia(context, ADDRESS, { maxBytes: 5 })).rejects.toThrow('The file is larger than 0 MB');
		expect(bodies[1].destroyed).toBe(true);
	});

	test('is 64 MB at most, unless something else is said', () => {
		expect(MAX_MEDIA_BYTES).toBe(67_108_864);
	});

	test('may not be nothing', async () => {
		expect(await failureOf({ content: '' })).toEqual({ message: 'The file is empty', requests: 1 });
	});
});

describe('the time for a file', () => {
	test('includes its body', async () => {
		const endless = Object.assign(new Readable({ read: () => undefined }), { socket: undefined });
		const httpRequest = async ({ abortSignal }: { abortSignal: AbortSignal }) => {
			abortSignal.addEventListener('abort', () => endless.destroy(new Error('aborted')));
			return { statusCode: 200, headers: {}, body: endless };
		};
		const context = { helpers: { httpRequest } } as unknown as RequestContext;
		await expect(fetchMedia(context, ADDRESS, { timeoutMs: 20 })).rejects.toThrow(
			'The file did not come within 0.02 s',
		);
	});
});

test.each<[string, Error, string]>([
	['with its code', Object.assign(new Error('x'), { code: 'ENOTFOUND' }), 'The file could not be fetched (ENOTFOUND)'],
	['without one', new Error('https://files.example.com/a?token=secret'), 'The file could not be fetched'],
])(
	'a connection that fails is told %s, and never with the address (it may open the file)',
	async (_name, error, message) => {
		expect(await failureOf(error)).toEqual({ message, requests: 1 });
	},
);

test.each([
	[404, {}],
	[199, {}],
	[300, { location: '/b' }],
	[304, { location: '/b' }],
	[302, {}],
])('HTTP %i with %j is no file', async (statusCode, headers) => {
	const message = `The server of the file answered HTTP ${statusCode}`;
	expect(await failureOf({ statusCode, headers })).toEqual({ message, requests: 1 });
});

describe('redirects', () => {
	test.each([301, 302, 303, 307, 308])(
		'of HTTP %i are followed, from the address that gave them',
		async (statusCode) => {
			const { context, requests, bodies } = contextWith({ statusCode, headers: { Location: '../b' } }, {});
			await fetchMedia(context, 'https://files.example.com/x/a');
			expect(requests.map(({ url }) => url)).toEqual(['https://files.example.com/x/a', 'https://files.example.com/b']);
			// the connection of the first answer is not left open
			expect(bodies[0].destroyed).toBe(true);
		},
	);

	const hop = { statusCode: 302, headers: { location: '/next' } };

	test('are followed five times, and not once more', async () => {
		await expect(fetchMedia(contextWith(hop, hop, hop, hop, hop, {}).context, ADDRESS)).resolves.toBeDefined();
		const message = 'The address of the file leads through more than 5 redirects';
		expect(await failureOf(hop)).toEqual({ message, requests: 6 });
	});

	test.each([
		['ftp://files.example.com/a', /not a web address/],
		['http://[', /not a web address/],
		['http://127.0.0.1/a', /leads to this machine or its network/],
	])('to %s are not followed', async (location, reason) => {
		const { message, requests } = await failureOf({ statusCode: 302, headers: { location } });
		expect(message).toMatch(reason);
		expect(requests).toBe(1);
	});
});

test.each([
	'javascript:alert(1)',
	'ftp://files.example.com/a',
	'files.example.com/a',
	'https:files.example.com/a',
	'https:/files.example.com/a',
	' https://files.example.com/a',
	'/a',
	'see https://files.example.com',
	'https://[',
	'',
])('%j is no address of a file, and no request is made', async (address) => {
	const message = 'The address of the file is not a web address';
	expect(await failureOf({}, {}, address)).toEqual({ message, requests: 0 });
});

test('an address may be written in capitals', async () => {
	await expect(fetchMedia(contextWith({}).context, 'HTTPS://FILES.EXAMPLE.COM/a')).resolves.toBeDefined();
});

describe('addresses of this machine and its network', () => {
	const LOCAL = /leads to this machine or its network\. To allow that, switch on "Allow Local Addresses"/;

	test('are asked for nothing', async () => {
		const { message, requests } = await failureOf({}, {}, 'http://10.0.0.1/a');
		expect(message).toMatch(LOCAL);
		expect(requests).toBe(0);
	});

	test.each<[string, string, number]>([
		['http://files.example.com/a', '127.0.0.1', 80],
		['https://files.example.com/a', '10.0.0.1', 443],
		['https://files.example.com:8443/a', '::1', 8443],
	])('behind a public name are refused after the answer: %s from %s', async (address, remoteAddress, remotePort) => {
		expect((await failureOf({ from: { remoteAddress, remotePort } }, {}, address)).message).toMatch(LOCAL);
	});

	test.each<[string, Answer['from']]>([
		['a public address', { remoteAddress: '93.184.216.34', remotePort: 443 }],
		['a proxy of the network, which has another port', { remoteAddress: '10.0.0.1', remotePort: 3128 }],
		['an address that is not known', {}],
		['an answer that was unpacked', undefined],
	])('are not meant by %s', async (_name, from) => {
		await expect(fetchMedia(contextWith({ from }).context, ADDRESS)).resolves.toBeDefined();
	});

	test('are used if the user allows it', async () => {
		const { context } = contextWith({ from: { remoteAddress: '127.0.0.1', remotePort: 80 } });
		await expect(fetchMedia(context, 'http://127.0.0.1/a', { allowLocalAddresses: true })).resolves.toBeDefined();
	});
});

describe('the file name in Content-Disposition', () => {
	test.each<[string | undefined, string | undefined]>([
		['attachment; filename="a b.pdf"', 'a b.pdf'],
		['attachment; filename=a.pdf; size=5', 'a.pdf'],
		['attachment; FILENAME = a.pdf ', 'a.pdf'],
		[`attachment; filename="a.pdf"; filename*=UTF-8''%D8%B3.pdf`, 'س.pdf'],
		[`attachment; filename* = utf-8'ar'%D8%B3.pdf ; size=5`, 'س.pdf'],
		[`attachment; filename*=UTF-8''%E0%A4%A`, '%E0%A4%A'],
		['attachment; filename=""', undefined],
		['attachment', undefined],
		['', undefined],
		[undefined, undefined],
	])('of %j is %j', (header, name) => {
		expect(fileNameIn(header)).toBe(name);
	});
});
