import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { hostileBodies } from '../../../scripts/fuzz/hostileBodies';
import { generatedBodies } from '../support/generatedBodies';

const TRIGGER = join(__dirname, '../../../dist/nodes/WhatsLoop/trigger');

/** What a body may cost: ten times its size in memory, more than a small body takes, and a quarter of a second. */
const TIMES_ITS_SIZE = 10;
const SMALL_BODY_MB = 24;
const MAX_MS = 250;
/** n8n stores the items. A thousand of them have 0.5 MB of field names. */
const SMALL_ITEMS_BYTES = 2_000_000;

const MB = 1024 * 1024;

/** Bodies of random content, in addition to those that are made for a known weak spot. */
const GENERATED = 60;

interface Cost {
	size: number;
	/** The processor time of the fastest of three runs, because the machine may be busy. */
	ms: number;
	itemsBytes: number;
}

/** Sizes that share a limit on memory. One process reads all bodies up to the size. */
const GROUPS_MB = [1, 5];

/** The part of the trigger that depends on the body, three times, in a process with little memory. */
const MEASURED = `
const { readFileSync } = require('node:fs');
const [trigger, ...bodies] = process.argv.slice(1);
const { parseBody } = require(trigger + '/body');
const { normalise } = require(trigger + '/normalise');
const { MAX_RECORDS } = require(trigger + '/normalise/limits');
const { takeNew } = require(trigger + '/deduplicate');

function run(rawBody, contentType, name) {
	const start = process.cpuUsage();
	let events = [];
	try {
		const body = parseBody(rawBody, contentType);
		events = body === undefined ? [] : normalise(body, Date.now());
		if (events.length > MAX_RECORDS) events = [];
		takeNew(name, events, {});
	} catch (error) {
		if (error.statusCode === undefined) throw error;
	}
	const { user, system } = process.cpuUsage(start);
	return { ms: (user + system) / 1000, events };
}

for (const argument of bodies) {
	const { file, contentType } = JSON.parse(argument);
	const rawBody = readFileSync(file);
	let ms = Infinity;
	let last;
	for (let round = 0; round < 3; round++) {
		last = undefined;
		last = run(rawBody, contentType, file + round);
		ms = Math.min(ms, last.ms);
	}
	let itemsBytes = 0;
	for (const event of last.events) itemsBytes += JSON.stringify(event).length;
	process.stdout.write(JSON.stringify({ file, ms, itemsBytes }) + '\\n');
}
`;

/** Runs a program with a limited heap. @throws Error with its output if it fails */
async function runBounded(maxHeapMb: number, program: string, ...args: string[]): Promise<string> {
	const limits = [`--max-old-space-size=${maxHeapMb}`, '--max-semi-space-size=4'];
	const child = spawn(process.execPath, [...limits, '-e', program, ...args]);
	const [output, errors, code] = await Promise.all([
		readText(child.stdout),
		readText(child.stderr),
		new Promise<number | null>((resolve) => child.once('close', resolve)),
	]);
	if (code !== 0) throw new Error(`${output.slice(-300)}\n${errors}`);
	return output;
}

jest.setTimeout(240_000);

describe('a body up to the limit costs little memory and time, with any content', () => {
	const bodies = [...hostileBodies(5 * MB), ...generatedBodies(GENERATED, 4 * MB, Date.now() % 1_000_000)];
	const costs = new Map<string, Cost>();
	let folder: string;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'whatsloop-bodies-'));
		const files = bodies.map(({ name, text, contentType = 'application/json' }, index) => {
			const file = join(folder, String(index));
			const body = Buffer.from(text());
			writeFileSync(file, body);
			return { name, file, contentType, size: body.length };
		});
		let above = -1;
		for (const groupMb of GROUPS_MB) {
			const group = files.filter(({ size }) => size > above && size <= groupMb * MB);
			above = groupMb * MB;
			const maxHeapMb = TIMES_ITS_SIZE * groupMb + SMALL_BODY_MB;
			const output = await runBounded(maxHeapMb, MEASURED, TRIGGER, ...group.map((entry) => JSON.stringify(entry)));
			for (const line of output.trim().split('\n')) {
				const { file, ...cost } = JSON.parse(line) as { file: string; ms: number; itemsBytes: number };
				const { name, size } = files.find((each) => each.file === file)!;
				costs.set(name, { ...cost, size });
			}
		}
	});
	afterAll(async () => await rm(folder, { recursive: true, force: true }));

	test.each(bodies)('$name', ({ name }) => {
		const { ms, itemsBytes, size } = costs.get(name)!;
		expect(ms).toBeLessThan(MAX_MS);
		expect(itemsBytes).toBeLessThan(TIMES_ITS_SIZE * size + SMALL_ITEMS_BYTES);
	});
});

test('the measurement notices more memory than the limit', async () => {
	const wasteful = 'const list = []; for (let i = 0; i < 1e8; i++) list.push({ i });';
	await expect(runBounded(SMALL_BODY_MB, wasteful)).rejects.toThrow(/out of memory/);
});
