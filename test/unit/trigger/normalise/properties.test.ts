import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { normalise } from '../../../../nodes/WhatsLoop/trigger/normalise';
import { keyOf, takeNew } from '../../../../nodes/WhatsLoop/trigger/deduplicate';
import type { SampleFile } from './sample';

const SAMPLES_FOLDER = join(__dirname, 'shapes');
const ARRIVED = Date.UTC(2026, 10, 22, 12);

const bodies = readdirSync(SAMPLES_FOLDER).flatMap((file) =>
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- the files are found when the tests start
	(require(join(SAMPLES_FOLDER, file)) as { default: SampleFile }).default.samples.map(({ body }) => body),
);

/** A field next to a list of whole events is not kept if each event has the field itself. */
const isBatch = (body: object) => 'events' in body || ('data' in body && Array.isArray(body.data));

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const copy = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json;

/** All positions in a value, as functions that put another value there. */
function placesIn(value: Json): Array<(replacement: Json) => void> {
	if (typeof value !== 'object' || value === null) return [];
	const entries = Object.entries(value);
	const own = entries.map(
		([key]) =>
			(replacement: Json) =>
				void ((value as Record<string, Json>)[key] = replacement),
	);
	return [...own, ...entries.flatMap(([, entry]) => placesIn(entry))];
}

/** A sample in which some values are replaced. */
const mutatedBody = fc
	.tuple(
		fc.constantFrom(...bodies),
		fc.array(fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 2 })), { minLength: 1, maxLength: 4 }),
	)
	.map(([body, changes]) => {
		const mutated = copy(body);
		for (const [at, replacement] of changes) {
			const places = placesIn(mutated);
			if (places.length > 0) places[at % places.length](copy(replacement));
		}
		return mutated as never;
	});

/** Every text, number and flag in a value, as JSON. */
function leavesOf(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [JSON.stringify(value)];
	return Object.values(value).flatMap(leavesOf);
}

test('a changed event is still read (nothing throws, and the raw events contain everything that came)', () => {
	fc.assert(
		fc.property(mutatedBody, (body) => {
			const events = normalise(body, ARRIVED);
			expect(events.length).toBeGreaterThan(0);
			const kept = new Set(leavesOf(events.map(({ raw }) => raw)));
			if (!isBatch(body)) expect(leavesOf(body).filter((leaf) => !kept.has(leaf))).toEqual([]);
		}),
		{ numRuns: 1000 },
	);
});

test('reading an event does not change it, and gives the same items each time', () => {
	fc.assert(
		fc.property(mutatedBody, (body) => {
			const before = copy(body);
			const first = normalise(body, ARRIVED);
			expect(copy(body)).toEqual(before);
			expect(normalise(copy(body) as never, ARRIVED)).toEqual(first);
		}),
		{ numRuns: 200 },
	);
});

test('the raw event of an item gives the same item again (a user may send it again)', () => {
	for (const body of bodies) {
		for (const event of normalise(body as never, ARRIVED)) {
			expect(normalise(event.raw, ARRIVED)).toEqual([event]);
		}
	}
});

test('a second delivery of the same event starts nothing, if the event has an identity', () => {
	let trigger = 0;
	fc.assert(
		fc.property(mutatedBody, (body) => {
			const name = `property ${trigger++}`;
			takeNew(name, normalise(body, ARRIVED), {});
			const again = takeNew(name, normalise(body, ARRIVED), {}).events;
			// a message that failed may have its other statuses again
			const repeated = again.filter((event) => keyOf(event) !== undefined && event.event !== 'ack');
			expect(repeated).toEqual([]);
		}),
		{ numRuns: 200 },
	);
});
