import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { normalise, SHAPES } from '../../../../nodes/WhatsLoop/trigger/normalise';
import { FIELD_NAMES } from '../../../../scripts/fuzz/fieldNames';
import { TRIGGER_FIELDS } from '../../../support/triggerFields';
import type { SampleFile } from './sample';

const ARRIVED = Date.UTC(2026, 10, 22, 12);

const SAMPLES_FOLDER = join(__dirname, 'shapes');

/** Every file in the folder is run, so a new one can't be forgotten. */
const SAMPLE_FILES = readdirSync(SAMPLES_FOLDER).map((file) => ({
	file,
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- the files are found when the tests start
	...(require(join(SAMPLES_FOLDER, file)) as { default: SampleFile }).default,
}));

describe.each(SAMPLE_FILES)('an event becomes items with the same fields: $file ($evidence)', ({ samples }) => {
	test.each(samples.map((sample) => [sample.name, sample] as const))('%s', (_name, { body, items }) => {
		const events = normalise(body as never, ARRIVED);
		expect(events).toHaveLength(items.length);
		expect(events).toMatchObject(items);
		for (const event of events) expect(Object.keys(event)).toEqual(TRIGGER_FIELDS);
	});
});

test('every file of samples says where they come from', () => {
	expect(SAMPLE_FILES.length).toBeGreaterThan(3);
	for (const { source, samples } of SAMPLE_FILES) {
		expect(source).not.toBe('');
		expect(samples).not.toEqual([]);
	}
});

test('every shape has its file, and every file its place in the list', () => {
	const files = readdirSync(join(__dirname, '../../../../nodes/WhatsLoop/trigger/normalise/shapes')).map((file) =>
		file.replace(/\.ts$/, ''),
	);
	const forgotten = files
		.filter((name) => !(name in SHAPES))
		.map((name) => `${name}: add it to SHAPES in nodes/WhatsLoop/trigger/normalise/index.ts`);
	expect(forgotten).toEqual([]);
	expect(Object.keys(SHAPES).filter((name) => !files.includes(name))).toEqual([]);
});

test('every shape reads one of the samples', () => {
	const bodies = SAMPLE_FILES.flatMap(({ samples }) => samples.map(({ body }) => body as never));
	const reads = (name: string) =>
		bodies.some((body) => Object.entries(SHAPES).find(([, shape]) => shape(body, ARRIVED))?.[0] === name);
	const unread = Object.keys(SHAPES)
		.filter((name) => !reads(name))
		.map((name) => `${name}: add a sample of it in test/unit/trigger/normalise/shapes/`);
	expect(unread).toEqual([]);
});

describe('the raw event of WhatsLoop is kept', () => {
	test('as it came, for an event with one part', () => {
		const body = { event: 'message-new', messages: { id: 'a', body: 'hello', chatId: '966501234567@c.us' } };
		expect(normalise(body, ARRIVED)[0].raw).toBe(body);
	});

	test('for each part of a batch as if it had come alone (a hundred copies of the batch would fill the memory)', () => {
		const body = {
			event: 'message-status',
			ack: [
				{ id: 'a', status: 'sent' },
				{ id: 'b', status: 'sent' },
			],
		};
		expect(normalise(body, ARRIVED).map(({ raw }) => raw)).toEqual([
			{ event: 'message-status', ack: { id: 'a', status: 'sent' } },
			{ event: 'message-status', ack: { id: 'b', status: 'sent' } },
		]);
	});
});

test('an event without a time gets the time of its arrival', () => {
	expect(normalise({ event: 'group-new', data: { id: '1@g.us' } }, ARRIVED)[0].timestamp).toBe(
		'2026-11-22T12:00:00.000Z',
	);
});

test.each([[[]], [['no record']]])(
	'a WhatsLoop Cloud event whose list has no record, %j, is one of unknown content (it must not be lost)',
	(object) => {
		const body = { object: 'event', type: 'message.received', data: { object } };
		expect(normalise(body as never, ARRIVED)).toEqual([expect.objectContaining({ raw: body })]);
	},
);

test('any JSON gives a result and never throws', () => {
	const json = fc.jsonValue({ maxDepth: 5 });
	const names = fc.constantFrom(...FIELD_NAMES);
	const body = fc.dictionary(
		names,
		fc.oneof(json, fc.dictionary(names, json), fc.array(fc.dictionary(names, json), { minLength: 1, maxLength: 3 })),
	);
	fc.assert(
		fc.property(body, (value) => normalise(value as never, ARRIVED).length >= 1),
		{ numRuns: 2000 },
	);
});

test('records that are nested too deeply are given up', () => {
	let message: object = { conversation: 'deep' };
	for (let depth = 0; depth < 50_000; depth++) message = { ephemeralMessage: { message } };
	const [event] = normalise({ key: { id: 'x', remoteJid: '1@c.us' }, message } as never, ARRIVED);
	expect(event).toMatchObject({ event: 'message', message: { id: 'x', text: null } });
});
