import { getMessage, Harness, phone, SECRET_TEXT, sendText, TOKEN } from '../support/harness';
import { drip, RawServer, type RawAnswer } from '../support/rawServer';

let harness: Harness;
let server: RawServer;

beforeAll(async () => {
	harness = await Harness.start();
	server = await RawServer.start();
});
afterAll(async () => {
	await server.close();
	await harness.close();
});

const http = (status: string, body: string, headers = 'content-type: application/json\r\n') =>
	`HTTP/1.1 ${status}\r\n${headers}content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`;

const text =
	(bytes: string): RawAnswer =>
	(socket) => {
		socket.end(bytes);
	};

const SUCCESS = '{"success":true,"data":{"key":{"id":"BAE5F00D"},"status":"SUCCESS"}}';

/** Whatever a server may do with a request, each once, after which it answers as it should. */
const FAULTS: Record<string, RawAnswer> = {
	...Object.fromEntries(
		[400, 401, 403, 404, 405, 408, 409, 413, 422, 500, 501, 502, 503, 504].map((status) => [
			`HTTP ${status}`,
			text(http(`${status} X`, `{"success":false,"message":"${SECRET_TEXT} ${TOKEN}"}`)),
		]),
	),
	'HTTP 429': text(http('429 X', '{}')),
	'HTTP 429 with Retry-After': text(http('429 X', '{}', 'retry-after: 2\r\n')),
	'HTTP 429 with Retry-After 0': text(http('429 X', '{}', 'retry-after: 0\r\n')),
	'HTTP 503 with Retry-After': text(http('503 X', '{}', 'retry-after: 2\r\n')),
	'a redirect': text(http('302 Found', '', 'location: /elsewhere\r\n')),
	'an HTML page': text(http('200 OK', '<html>', 'content-type: text/html\r\n')),
	'no JSON': text(http('200 OK', '{"success":')),
	'JSON without proof': text(http('200 OK', '{}')),
	'a refusal with HTTP 200': text(http('200 OK', '{"Status":0,"Message":"Phone is Required"}')),
	'a body shorter than its length': text(`HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n${SUCCESS}`),
	'a body that is not compressed as it says': text(http('200 OK', SUCCESS, 'content-encoding: gzip\r\n')),
	'no HTTP': text('hello\r\n\r\n'),
	'an answer without headers': text('HTTP/1.1 200\r\n\r\n'),
	'two lengths': text(`HTTP/1.1 200 OK\r\ncontent-length: 5\r\ncontent-length: 6\r\n\r\n${SUCCESS}`),
	'an informational answer before the real one': text(`HTTP/1.1 103 Early Hints\r\n\r\n${http('200 OK', SUCCESS)}`),
	'101 Switching Protocols': text('HTTP/1.1 101 X\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
	'a reset': (socket) => socket.resetAndDestroy(),
	'a connection that is closed': (socket) => socket.end(),
	'a clock an hour behind': text(
		http('429 X', '{}', `date: ${new Date(Date.now() - 3_600_000).toUTCString()}\r\nretry-after: 2\r\n`),
	),
	silence: () => undefined,
	'a body that never ends': (socket) => {
		socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n{');
		drip(socket, ' ');
	},
};

const ITEMS = [
	{ name: 'one item', count: 1, faultAt: 0, concurrency: 1 },
	{ name: 'the middle of six', count: 6, faultAt: 3, concurrency: 1 },
	{ name: 'the middle of six, four at once', count: 6, faultAt: 3, concurrency: 4 },
];

const SETTINGS = {
	stop: {},
	continue: { onError: 'continueRegularOutput' },
	'error output': { onError: 'continueErrorOutput' },
	'Retry On Fail': { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
} as const;

/** A message names its item by its recipient. */
const recipientOf = (index: number) => `96650123450${index}`;

/** Messages to one item's recipient; looks into its chat are reads. */
const sendsTo = (index: number) =>
	server.requests.filter((request) => request.startsWith('POST') && request.includes(recipientOf(index))).length;

interface Cell {
	fault: string;
	kind: 'send' | 'read';
	contract: 'go' | 'cloud';
	items: (typeof ITEMS)[number];
	setting: keyof typeof SETTINGS;
}

/** No read is known on cloud. */
const CELLS: Cell[] = Object.keys(FAULTS).flatMap((fault) =>
	(['send', 'read'] as const).flatMap((kind) =>
		(kind === 'send' ? (['go', 'cloud'] as const) : (['go'] as const)).flatMap((contract) =>
			ITEMS.flatMap((items) =>
				(Object.keys(SETTINGS) as Array<keyof typeof SETTINGS>).map((setting) => ({
					fault,
					kind,
					contract,
					items,
					setting,
				})),
			),
		),
	),
);

/** A short form takes every seventh cell, which meets each fault and each setting; FAULTS=all takes all of them. */
const CHOSEN = process.env.FAULTS === 'all' ? CELLS : CELLS.filter((_, index) => index % 7 === 0);

/** Runs one cell and names the invariants that do not hold. */
async function brokenInvariants(cell: Cell): Promise<string[]> {
	const { items, kind, contract, setting } = cell;
	harness.reset();
	const target = recipientOf(items.faultAt);
	let faulty = true;
	server.reset((socket, request) => {
		if (!request.includes(target) || !faulty) {
			socket.end(http('200 OK', SUCCESS));
			return;
		}
		faulty = false;
		FAULTS[cell.fault](socket, request);
	});
	const parameters = (kind === 'send' ? sendText : getMessage)({
		recipient: phone('={{ $json.phone }}'),
		...(kind === 'send' && { text: SECRET_TEXT }),
		delivery: { concurrency: items.concurrency, requestTimeout: 1, maxRetries: 1 },
	});
	const started = performance.now();
	const result = await harness.engine.run({
		parameters,
		items: Array.from({ length: items.count }, (_, index) => ({ phone: recipientOf(index) })),
		credential: harness[contract]({ baseUrl: server.url }),
		settings: SETTINGS[setting],
	});
	const tookMs = performance.now() - started;
	const broken: string[] = [];
	const output = [...result.items, ...result.errorItems];
	if (result.error === undefined && output.length !== items.count) broken.push(`${output.length} items came out`);
	if (result.error !== undefined && (setting === 'continue' || setting === 'error output')) broken.push('it stopped');
	if (tookMs > 10_000) broken.push(`took ${Math.round(tookMs)} ms`);
	const told = JSON.stringify([result.items, result.errorItems, result.error, result.error?.description]);
	if (told.includes(TOKEN)) broken.push('the token is told');
	if (told.includes(SECRET_TEXT)) broken.push('the message is told');
	if (kind === 'send') {
		for (let index = 0; index < items.count; index++) {
			const requests = sendsTo(index);
			// refused before it was acted on, so a second one can't double it
			const mayRepeat = index === items.faultAt && /429|clock|503 with/.test(cell.fault);
			const mayRetryOnFail = index === items.faultAt && setting === 'Retry On Fail';
			const isUncertain = told.includes('may or may not');
			if (requests > (mayRepeat || (mayRetryOnFail && !isUncertain) ? 4 : 1))
				broken.push(`item ${index} was sent ${requests} times`);
		}
		for (const { json, pairedItem } of result.items) {
			const index = (pairedItem as { item: number } | undefined)?.item ?? 0;
			const isSent = 'messageId' in json;
			if (isSent && sendsTo(index) === 0) broken.push(`item ${index} was never sent`);
		}
	}
	return broken;
}

test('whatever the server does, nothing is lost, sent twice, told, or runs on for ever', async () => {
	const failures: string[] = [];
	for (const cell of CHOSEN) {
		const broken = await brokenInvariants(cell);
		const { fault, kind, contract, items, setting } = cell;
		if (broken.length > 0)
			failures.push(`${fault} × ${kind} × ${contract} × ${items.name} × ${setting}: ${broken.join(', ')}`);
	}
	process.stdout.write(`Fault matrix: ${CHOSEN.length} of ${CELLS.length} cells, ${failures.length} failures\n`);
	expect(failures).toEqual([]);
}, 1_200_000);
