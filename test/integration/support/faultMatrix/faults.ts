// Longer than 300 lines: one table of all faults.

import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { FaultInput } from '../../../../sandbox';
import { drip } from '../rawServer';
import { scaledNow } from './scaledTime';

/** The data that a fault can use in its answer. */
export interface Subject {
	/** The answer of a server that acted on the request. */
	success: string;
	/** A failure that repeats the token, the text and the number. */
	echo: string;
	/** How far the clock of the server is off, in milliseconds. */
	clockOffsetMs: number;
}

export type Play = (socket: Socket, subject: Subject) => void;

/** The address that a whole run is sent to instead. */
export type Address =
	| 'closedPort'
	| 'unknownHost'
	| 'untrustedCertificate'
	| 'plainServerOnHttps'
	| 'resetInHandshake'
	| 'closedInHandshake'
	| 'silentHandshake';

export interface Fault {
	name: string;
	/** The bytes that the raw server writes instead of an answer. */
	play?: Play;
	/** A fault of the sandbox itself. */
	sandbox?: FaultInput;
	/** The run is sent to an address where no server answers as it should. */
	address?: Address;
	/** The server acts on the request, and then the answer goes wrong. */
	acts?: boolean;
	/** The server acts after the Request Timeout, so later messages arrive before this one. */
	actsLate?: boolean;
	/** Every request from the faulty item on meets the fault, instead of a single one. */
	persists?: boolean;
	/** The account has to wait longer than allowed, so its other items fail as well. */
	blocks?: boolean;
	/** How long the server asks to wait. No request may come earlier. */
	toldMs?: number;
	clockOffsetMs?: number;
	/** Fewer items than the layout says, because each of them takes its whole Request Timeout. */
	mostItems?: number;
}

const JSON_TYPE = 'content-type: application/json\r\n';

/** Bytes of an answer as HTTP/1.1 has it. */
const answer = (status: string, body: string | Buffer, headers = JSON_TYPE): Buffer => {
	const bytes = Buffer.from(body);
	const head = `HTTP/1.1 ${status}\r\n${headers}content-length: ${bytes.length}\r\nconnection: close\r\n\r\n`;
	return Buffer.concat([Buffer.from(head), bytes]);
};

const ends =
	(bytes: string | Buffer | ((subject: Subject) => string | Buffer)): Play =>
	(socket, subject) => {
		socket.end(typeof bytes === 'function' ? bytes(subject) : bytes);
	};

/** The rest of an answer comes after a while. @param ms real time, because the network is real */
const later = (socket: Socket, bytes: string | Buffer, ms: number): void => {
	const timer = setTimeout(() => socket.end(bytes), ms);
	socket.on('close', () => clearTimeout(timer));
};

/** Every registered status except those that ask for a retry, which have their own faults. */
const STATUSES = [...Object.keys(STATUS_CODES).map(Number), 520, 524, 530].filter((s) => s >= 200 && s !== 429);

/** The statuses of proxies and failing servers. The server may have acted or not, and both are tested. */
const COMMON_STATUSES = new Set([200, 204, 500, 502, 503, 504]);

const before = (name: string, play: Play): Fault => ({ name: `${name}, before it is acted on`, play });
const after = (name: string, play: Play): Fault => ({ name: `${name}, after it was acted on`, play, acts: true });

/** A fault before the server acts, and the same one after. */
const bothWays = (name: string, play: Play): Fault[] => [before(name, play), after(name, play)];

/** A server that answers 4xx has not acted. A server that answers 5xx, or 2xx without proof, may have acted. */
const statusFaults: Fault[] = STATUSES.flatMap((status) => {
	const name = `HTTP ${status}`;
	const play = status < 300 ? ends(answer(`${status} X`, '')) : ends(({ echo }) => answer(`${status} X`, echo));
	if (status >= 300 && status < 500) return [{ name, play }];
	return COMMON_STATUSES.has(status) ? bothWays(name, play) : [after(name, play)];
});

/** Answers with a 2xx status that do not prove a success. */
const UNPROVEN_BODIES: Record<string, string> = {
	'an empty object': '{}',
	'an empty list': '[]',
	null: 'null',
	'a bare text': '"ok"',
	'half an object': '{"success":',
	'an HTML page': '<html><body>Welcome</body></html>',
	'empty errors': '{"errors":{}}',
	'an unknown word': '{"status":"processing-later"}',
};

const unprovenFaults = Object.entries(UNPROVEN_BODIES).map(([name, body]) =>
	after(`200 with ${name}`, ends(answer('200 OK', body))),
);

/** Failures with a 2xx status. The node trusts them. */
const REFUSING_BODIES: Record<string, string> = {
	'an error': '{"error":"No such channel"}',
	'the documented failure': '{"Status":0,"Message":"Phone is Required"}',
	'a message of no access': '{"message":"Unauthenticated."}',
	'success false': '{"success":false,"message":"no"}',
	'success "false"': '{"success":"false"}',
	'a code': '{"code":401}',
};

const refusingFaults: Fault[] = Object.entries(REFUSING_BODIES).map(([name, body]) => ({
	name: `200 with ${name}`,
	play: ends(answer('200 OK', body)),
}));

const inSeconds = (ms: number) => Math.ceil(ms / 1000);

const tooMany = (headers: string | ((subject: Subject) => string)): Play =>
	ends((subject) => answer('429 X', '{}', typeof headers === 'function' ? headers(subject) : headers));

const dateHeaders =
	(aheadMs: number) =>
	({ clockOffsetMs }: Subject) => {
		const serverMs = scaledNow() + clockOffsetMs;
		const http = (ms: number) => new Date(ms).toUTCString();
		return `date: ${http(serverMs)}\r\nretry-after: ${http(Math.ceil((serverMs + aheadMs) / 1000) * 1000)}\r\n`;
	};

const resetHeaders =
	(aheadMs: number) =>
	({ clockOffsetMs }: Subject) => {
		const serverMs = scaledNow() + clockOffsetMs;
		return `date: ${new Date(serverMs).toUTCString()}\r\nx-ratelimit-remaining: 0\r\nx-ratelimit-reset: ${inSeconds(serverMs + aheadMs)}\r\n`;
	};

const HOUR_MS = 3_600_000;

const CLOCKS: Array<[name: string, clockOffsetMs: number]> = [
	['', 0],
	[', its clock an hour ahead', HOUR_MS],
	[', its clock an hour behind', -HOUR_MS],
];

const waitFaults: Fault[] = [
	{ name: 'HTTP 429', play: tooMany(JSON_TYPE) },
	...[0, 1, 2, 7].map((seconds) => ({
		name: `HTTP 429 with Retry-After ${seconds}`,
		play: tooMany(`retry-after: ${seconds}\r\n`),
		toldMs: seconds * 1000,
	})),
	...['-1', '1.5', '', '2, 3', 'Tomorrow 12:00'].map((value) => ({
		name: `HTTP 429 with Retry-After "${value}"`,
		play: tooMany(`retry-after: ${value}\r\n`),
	})),
	{
		name: 'HTTP 429 with RETRY-AFTER and white space',
		play: tooMany('RETRY-AFTER:    2   \r\n'),
		toldMs: 2000,
	},
	{
		name: 'HTTP 429 with Retry-After 1 and X-RateLimit-Remaining 0',
		play: tooMany('retry-after: 1\r\nx-ratelimit-limit: 60\r\nx-ratelimit-remaining: 0\r\n'),
		toldMs: 1000,
	},
	{ name: 'HTTP 429 that asks for a year', play: tooMany('retry-after: 31536000\r\n'), blocks: true },
	{ name: 'HTTP 429 with a number of 400 digits', play: tooMany(`retry-after: ${'9'.repeat(400)}\r\n`), blocks: true },
	...CLOCKS.flatMap(([name, clockOffsetMs]): Fault[] => [
		{
			name: `HTTP 429 with a date in Retry-After${name}`,
			play: tooMany(dateHeaders(3000)),
			// both dates are cut to whole seconds
			toldMs: 2000,
			clockOffsetMs,
		},
		{
			name: `HTTP 429 with X-RateLimit-Reset alone${name}`,
			play: tooMany(resetHeaders(4000)),
			toldMs: 3000,
			clockOffsetMs,
		},
		...(clockOffsetMs === 0
			? []
			: bothWays(
					`HTTP 500${name}`,
					ends(({ echo }) => answer('500 X', echo)),
				).map((fault) => ({ ...fault, clockOffsetMs }))),
	]),
	{
		name: 'HTTP 503 with Retry-After 2',
		play: ends(answer('503 X', '{}', 'retry-after: 2\r\n')),
		toldMs: 2000,
	},
	{
		name: 'HTTP 503 with a date',
		play: ends((subject) => answer('503 X', '{}', dateHeaders(3000)(subject))),
		toldMs: 2000,
	},
];

/** An outage that does not end. */
const outageFaults: Fault[] = [
	{ name: 'HTTP 429 from then on', play: tooMany(JSON_TYPE) },
	{ name: 'HTTP 429 with Retry-After 0 from then on', play: tooMany('retry-after: 0\r\n') },
	{
		name: 'HTTP 429 with Retry-After 1 and X-RateLimit-Remaining 0 from then on',
		play: tooMany('retry-after: 1\r\nx-ratelimit-limit: 60\r\nx-ratelimit-remaining: 0\r\n'),
		toldMs: 1000,
	},
	{ name: 'HTTP 500 from then on', play: ends(answer('500 X', '{}')) },
	{
		name: 'HTTP 503 with Retry-After 1 from then on',
		play: ends(answer('503 X', '{}', 'retry-after: 1\r\n')),
		toldMs: 1000,
	},
	{ name: 'HTTP 401 from then on', play: ends(({ echo }) => answer('401 X', echo)) },
	{ name: 'an HTML page from then on', play: ends(answer('200 OK', '<html>')) },
	{ name: 'resets from then on', play: (socket) => socket.resetAndDestroy() },
	{ name: 'resets from then on, after each was acted on', play: (socket) => socket.resetAndDestroy(), acts: true },
];

const connectionFaults: Fault[] = [
	...bothWays('a reset', (socket) => socket.resetAndDestroy()),
	...bothWays('a closed connection', (socket) => socket.end()),
	...bothWays('silence', () => undefined),
	...bothWays('a header that never ends', (socket) => {
		socket.write('HTTP/1.1 200 OK\r\nx-slow: ');
		drip(socket, 'a');
	}),
	...bothWays('headers that never end', (socket) => {
		socket.write('HTTP/1.1 200 OK\r\n');
		drip(socket, 'x-more: 1\r\n');
	}),
	...bothWays('a body that never ends', (socket) => {
		socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n{');
		drip(socket, ' ');
	}),
	...bothWays('a body that stops in the middle', (socket, { success }) => {
		socket.write(answer('200 OK', success).subarray(0, -10));
	}),
	...bothWays('a reset inside the headers', (socket) => {
		socket.write('HTTP/1.1 200 OK\r\nconte', () => socket.resetAndDestroy());
	}),
	...bothWays('a reset inside the body', (socket, { success }) => {
		socket.write(answer('200 OK', success).subarray(0, -10), () => socket.resetAndDestroy());
	}),
	{
		name: 'an answer whose headers come late but in time',
		play: (socket, { success }) => later(socket, answer('200 OK', success), 200),
		acts: true,
	},
	{
		name: 'an answer whose body comes late but in time',
		play: (socket, { success }) => {
			const bytes = answer('200 OK', success);
			socket.write(bytes.subarray(0, -10));
			later(socket, bytes.subarray(-10), 200);
		},
		acts: true,
	},
];

/** An answer in pieces, as HTTP/1.1 has them. */
const chunked = (body: string, end = '0\r\n\r\n') =>
	`HTTP/1.1 200 OK\r\n${JSON_TYPE}transfer-encoding: chunked\r\n\r\n${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n${end}`;

/** How the answer of a server that acted is damaged on the way. The bytes are made from its body. */
const SPOILT: Record<string, (success: string) => string | Buffer> = {
	'a body shorter than its length': (body) => `HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n${body}`,
	'a body longer than its length': (body) =>
		`HTTP/1.1 200 OK\r\ncontent-length: 20\r\nconnection: close\r\n\r\n${body}`,
	'a length of 0': (body) => `HTTP/1.1 200 OK\r\ncontent-length: 0\r\nconnection: close\r\n\r\n${body}`,
	'a length below 0': (body) => `HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n${body}`,
	'a length that is no number': (body) => `HTTP/1.1 200 OK\r\ncontent-length: many\r\n\r\n${body}`,
	'a length beyond all numbers': (body) => `HTTP/1.1 200 OK\r\ncontent-length: ${'9'.repeat(30)}\r\n\r\n${body}`,
	'two lengths': (body) => `HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n${body}`,
	'a length and chunks': (body) => chunked(body).replace('\r\n', `\r\ncontent-length: ${body.length}\r\n`),
	'no length': (body) => `HTTP/1.1 200 OK\r\n${JSON_TYPE}\r\n${body}`,
	'chunks without an end': (body) => chunked(body, ''),
	'a chunk whose size is no number': (body) => chunked(body).replace(/\r\n\r\n[\da-f]+/, '\r\n\r\nzz'),
	'good chunks': (body) => chunked(body),
	'no compression where gzip is named': (body) => answer('200 OK', body, 'content-encoding: gzip\r\n'),
	'no compression where br is named': (body) => answer('200 OK', body, 'content-encoding: br\r\n'),
	'an unknown encoding': (body) => answer('200 OK', body, 'content-encoding: x-none\r\n'),
	'good gzip': (body) => answer('200 OK', gzipSync(body), 'content-encoding: gzip\r\n'),
	'gzip that is cut off': (body) => answer('200 OK', gzipSync(body).subarray(0, -12), 'content-encoding: gzip\r\n'),
	'gzip that is not named': (body) => answer('200 OK', gzipSync(body)),
	'a byte order mark': (body) => answer('200 OK', `\ufeff${body}`),
	'UTF-16': (body) =>
		answer('200 OK', Buffer.from(body, 'utf16le'), 'content-type: application/json; charset=utf-16\r\n'),
	'the type of a picture': (body) => answer('200 OK', body, 'content-type: image/png\r\n'),
	'no type': (body) => answer('200 OK', body, ''),
	'ten megabytes of spaces in front': (body) => answer('200 OK', ' '.repeat(10_000_000) + body),
	'100 Continue before it': (body) =>
		Buffer.concat([Buffer.from('HTTP/1.1 100 Continue\r\n\r\n'), answer('200 OK', body)]),
	'103 Early Hints before it': (body) =>
		Buffer.concat([Buffer.from('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n'), answer('200 OK', body)]),
	'no headers': () => 'HTTP/1.1 200\r\n\r\n',
	'a header without a colon': (body) => answer('200 OK', body, 'nonsense\r\n'),
	'a header with a null byte': (body) => answer('200 OK', body, 'x-a: \0\r\n'),
	'a header of 100,000 characters': (body) => answer('200 OK', body, `x-a: ${'a'.repeat(100_000)}\r\n`),
	'3,000 headers': (body) => answer('200 OK', body, 'x-a: 1\r\n'.repeat(3000)),
	'a folded header': (body) => answer('200 OK', body, 'x-a: 1\r\n  2\r\n'),
	'a header in bytes that are no ASCII': (body) => answer('200 OK', body, 'x-a: \xe9\xff\r\n'),
	'limits that are no numbers': (body) =>
		answer('200 OK', body, 'x-ratelimit-limit: NaN\r\nx-ratelimit-remaining: -5\r\nx-ratelimit-reset: tomorrow\r\n'),
	'a limit of 0': (body) =>
		answer('200 OK', body, 'x-ratelimit-limit: 0\r\nx-ratelimit-remaining: 5\r\nx-ratelimit-reset: 0\r\n'),
	'a Date of the year 1970': (body) => answer('200 OK', body, 'date: Thu, 01 Jan 1970 00:00:00 GMT\r\n'),
	'a Date that is none': (body) => answer('200 OK', body, 'date: yesterday\r\n'),
	'line feeds alone': (body) => `HTTP/1.1 200 OK\ncontent-length: ${body.length}\n\n${body}`,
	'HTTP/1.0': (body) => `HTTP/1.0 200 OK\r\n\r\n${body}`,
	'HTTP/0.9': (body) => body,
	'HTTP/2': () => Buffer.from('000012040000000000', 'hex'),
	'a status of two digits': (body) => answer('20 OK', body),
	'a status of 999': (body) => answer('999 X', body),
	'no HTTP': () => 'hello\r\n\r\n',
	'a TLS alert': () => Buffer.from('15030100020228', 'hex'),
	'two answers': (body) => Buffer.concat([answer('200 OK', body), answer('500 X', '{}')]),
};

/** An invalid status, or a connection that ends before the body. Nobody knows whether the server acted. */
const spoiltFaults: Fault[] = Object.entries(SPOILT).map(([name, bytes]) => ({
	name: `a good answer with ${name}`.replace('with no HTTP', 'that is no HTTP'),
	play: ends(({ success }) => bytes(success)),
	acts: true,
}));

const informationalFaults: Fault[] = [
	...bothWays('101 Switching Protocols', ends('HTTP/1.1 101 X\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n')),
	after('100 Continue alone', ends('HTTP/1.1 100 Continue\r\n\r\n')),
	...bothWays('103 Early Hints without an end', (socket) => drip(socket, 'HTTP/1.1 103 Early Hints\r\n\r\n')),
	after('102 Processing without an end', (socket) => drip(socket, 'HTTP/1.1 102 Processing\r\n\r\n')),
];

const redirectFaults: Fault[] = ['/elsewhere', 'http://127.0.0.1:1/', '//whatsloop.invalid/', 'file:///etc/passwd'].map(
	(location) => ({
		name: `a redirect to ${location}`,
		play: ends(answer('302 Found', '', `location: ${location}\r\n`)),
	}),
);

/** No server, or a server of another protocol. Every request of the run meets it. */
const ADDRESSES: Record<Address, string> = {
	closedPort: 'a port where nobody listens',
	unknownHost: 'a host name that does not exist',
	untrustedCertificate: 'a certificate that nobody trusts',
	plainServerOnHttps: 'a server without TLS at an https address',
	resetInHandshake: 'a reset in the TLS handshake',
	closedInHandshake: 'a connection that is closed in the TLS handshake',
	silentHandshake: 'a TLS handshake without an end',
};

const addressFaults: Fault[] = Object.entries(ADDRESSES).map(([address, name]) => ({
	name,
	address: address as Address,
	persists: true,
	...(address === 'silentHandshake' && { mostItems: 6 }),
}));

/** Every kind of fault of the sandbox with its settings. Durations are real time. */
const SANDBOX_FAULTS: Array<Pick<Fault, 'acts' | 'actsLate' | 'toldMs'> & { sandbox: FaultInput }> = [
	{ sandbox: { kind: 'latency', latencyMs: 100 }, acts: true },
	{ sandbox: { kind: 'latency', latencyMs: 3000 }, acts: true, actsLate: true },
	{
		sandbox: {
			kind: 'roundTrip',
			quantiles: [
				[0, 10],
				[1, 200],
			],
		},
		acts: true,
	},
	...([500, 502, 503, 504] as const).flatMap((status) => [
		{ sandbox: { kind: 'status' as const, status } },
		{ sandbox: { kind: 'status' as const, status, when: 'after' as const }, acts: true },
	]),
	{ sandbox: { kind: 'status', status: 503, retryAfter: 2 }, toldMs: 2000 },
	{ sandbox: { kind: 'answer', status: 429, headers: { 'Retry-After': '2' } }, toldMs: 2000 },
	{ sandbox: { kind: 'answer', status: 422 } },
	{ sandbox: { kind: 'html', status: 502 } },
	{ sandbox: { kind: 'html', status: 200, when: 'after' }, acts: true },
	{ sandbox: { kind: 'failureBody' } },
	{ sandbox: { kind: 'reset' } },
	{ sandbox: { kind: 'reset', when: 'after' }, acts: true },
	{ sandbox: { kind: 'timeout' } },
	{ sandbox: { kind: 'timeout', when: 'after' }, acts: true },
	{ sandbox: { kind: 'slowBody', durationMs: 100 }, acts: true },
	{ sandbox: { kind: 'slowBody', durationMs: 3000 }, acts: true },
	{ sandbox: { kind: 'truncatedBody' }, acts: true },
	{ sandbox: { kind: 'abortedBody' }, acts: true },
];

const sandboxFaults: Fault[] = SANDBOX_FAULTS.map((fault) => {
	const { kind, ...settings } = fault.sandbox;
	return { ...fault, name: `sandbox: ${kind} ${JSON.stringify(settings)}` };
});

/** Everything that may go wrong between the node and WhatsLoop. */
export const FAULTS: readonly Fault[] = [
	...statusFaults,
	...unprovenFaults,
	...refusingFaults,
	...waitFaults,
	...outageFaults.map((fault) => ({ ...fault, persists: true })),
	...connectionFaults,
	...spoiltFaults,
	...informationalFaults,
	...redirectFaults,
	...addressFaults,
	...sandboxFaults,
];
