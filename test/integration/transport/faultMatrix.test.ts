import { writeFileSync } from 'node:fs';
import type { FaultReport } from '../../../scripts/faults/results';
import { Engine } from '../support/engine';
import { FAULTS } from '../support/faultMatrix/faults';
import { brokenIn, INVARIANTS } from '../support/faultMatrix/invariants';
import { Lane, tapLogs } from '../support/faultMatrix/runCell';
import { scaleTime } from '../support/faultMatrix/scaledTime';
import { CELLS, nameOf, sampleOf, type Cell } from '../support/faultMatrix/settings';

/**
 * `npm run faults` takes all cells. A run of the tests takes one cell of every fault and this many others.
 * FAULTS=all, FAULTS_SEED=1, FAULTS_SHARE=1/2, FAULTS_ONLY=words in the name of a cell, FAULTS_REPORT=file.
 */
const { FAULTS: form = 'short', FAULTS_SEED, FAULTS_SHARE = '1/1', FAULTS_ONLY, FAULTS_REPORT } = process.env;
const MORE_IN_SHORT_FORM = 150;
const LANES = 6;

const seed = Number(FAULTS_SEED ?? Date.now() % 1_000_000);
const [share, shares] = FAULTS_SHARE.split('/').map(Number);
const named = FAULTS_ONLY === undefined ? CELLS : CELLS.filter((cell) => nameOf(cell).includes(FAULTS_ONLY));
const chosen = (form === 'all' || FAULTS_ONLY ? [...named] : sampleOf(named, MORE_IN_SHORT_FORM, seed)).filter(
	(_, index) => index % shares === share - 1,
);

let engine: Engine;
let lanes: Lane[];

beforeAll(async () => {
	engine = await Engine.load();
	scaleTime(engine.builtModule<{ systemClock: never }>('nodes/WhatsLoop/transport/wait.js').systemClock);
	tapLogs(engine);
	lanes = await Promise.all(Array.from({ length: LANES }, async (_, index) => await Lane.open(engine, `lane${index}`)));
});
afterAll(async () => {
	await Promise.all(lanes.map(async (lane) => await lane.close()));
	engine.close();
});

const say = (line: string) => void process.stdout.write(`${line}\n`);

/** If the process stood still this long, requests time out. The cell then says nothing about the node. */
const LONGEST_PAUSE_MS = 250;

/** How often a cell is run again after a pause of the process. */
const MOST_REPETITIONS = 6;

interface Ran {
	failures: string[];
	requests: number;
	/** Runs that had a pause of the process. */
	repetitions: number;
}

async function runAll(cells: Cell[]): Promise<Ran> {
	const waiting = cells.map((cell) => ({ cell, runs: 0 }));
	const ran: Ran = { failures: [], requests: 0, repetitions: 0 };
	let done = 0;
	const work = async (index: number) => {
		for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
			const { cell, runs } = next;
			const evidence = await lanes[index].run(cell);
			if (evidence.tookMs === undefined) {
				// the run goes on, and must not meet the next one
				await lanes[index].close();
				lanes[index] = await Lane.open(engine, `lane${index} after ${nameOf(cell)}`);
			}
			const broken = brokenIn(evidence);
			const maySpeakOfTheMachine = broken.length > 0 && broken.every(({ needsSteadyClock }) => needsSteadyClock);
			if (maySpeakOfTheMachine && evidence.longestPauseMs > LONGEST_PAUSE_MS && runs < MOST_REPETITIONS) {
				ran.repetitions++;
				waiting.push({ cell, runs: runs + 1 });
				continue;
			}
			ran.requests += evidence.requests.length;
			if (broken.length > 0) ran.failures.push(`${nameOf(cell)}\n    ${broken.map(({ what }) => what).join('\n    ')}`);
			if (++done % 500 === 0) say(`  ${done} of ${cells.length} cells, ${ran.failures.length} failures`);
		}
	};
	await Promise.all(lanes.map(async (_, index) => await work(index)));
	return ran;
}

/** Version of the n8n-core in use. */
const coreVersion = () => {
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- comes from the n8n that jest is mapped to
	const { version } = require('n8n-core/package.json') as { version: string };
	return version;
};

test(
	'nothing is lost, sent twice, sent too early, leaked or endless, whatever the server does',
	async () => {
		const began = performance.now();
		const { failures, requests, repetitions } = await runAll(chosen);
		const report: FaultReport = {
			core: coreVersion(),
			node: process.versions.node,
			faults: FAULTS.length,
			invariants: Object.keys(INVARIANTS).length,
			cells: chosen.length,
			requests,
			repetitions,
			seconds: Math.round((performance.now() - began) / 1000),
			failures,
		};
		say(
			`Fault matrix on n8n-core ${report.core}: ${chosen.length} of ${CELLS.length} cells, ${FAULTS.length} faults, ` +
				`${report.invariants} invariants, ${requests} requests, ${failures.length} failures, ${report.seconds} s, ` +
				`${repetitions} runs repeated because the machine was busy, seed ${seed}`,
		);
		for (const failure of failures) say(`  ${failure}`);
		if (FAULTS_REPORT !== undefined) writeFileSync(FAULTS_REPORT, JSON.stringify(report));
		expect(failures).toEqual([]);
	},
	form === 'all' ? 7_200_000 : 900_000,
);
