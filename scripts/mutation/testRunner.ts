// Longer than 300 lines: one class that Stryker calls, and all of its methods share the loaded tests.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { Circus } from '@jest/types';
import { runTests, testsIn, type LoadedTest, type RunListener, type TestOutcome } from './testFile';

/** What Stryker's instrumented code reads and writes, in `globalThis.__stryker__`. It has to stay one and the same object. */
interface InstrumenterContext {
	activeMutant?: string;
	currentTestId?: string;
	hitCount?: number;
	hitLimit?: number;
	mutantCoverage: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

/** Of Stryker's options and run options, what is needed here. */
interface Options {
	circus: {
		testFiles: string[];
		/** Those of the mutated folder itself: unit tests first, then whole runs. */
		ownTestFiles: string[];
	};
}
interface MutantRun {
	activeMutant: { id: string };
	testFilter?: string[];
	hitLimit?: number;
	sandboxFileName: string;
	disableBail: boolean;
	reloadEnvironment: boolean;
}

interface MutantOutcome {
	tests: number;
	failed?: TestOutcome;
}

/** Of a mutant that keeps a test from ending. Tests without a limit of their own end within three seconds. */
const MUTANT_TIMEOUT_MS = 6000;
const DRY_RUN_TIMEOUT_MS = 60_000;

const state: InstrumenterContext = { mutantCoverage: { static: {}, perTest: {} } };

/**
 * Finds modules as jest does: `./X.node` is `./X.node.ts` and not the JSON beside it. Files that the package is built into
 * are read from their sources, so that they are mutated, too.
 */
function findModulesAsJest(root: string): void {
	const built = join(root, 'dist') + sep;
	const internals = Module as unknown as {
		_resolveFilename: (request: string, parent?: { filename?: string | null }, ...rest: unknown[]) => string;
	};
	const resolveFilename = internals._resolveFilename.bind(Module);
	internals._resolveFilename = (request, parent, ...rest) => {
		if (request.startsWith(built)) {
			const source = join(root, request.slice(built.length)).replace(/\.js$/, '.ts');
			return resolveFilename(source, parent, ...rest);
		}
		if (request.startsWith('.') && parent?.filename?.startsWith(root + sep)) {
			const typescript = `${resolve(dirname(parent.filename), request)}.ts`;
			if (existsSync(typescript)) return typescript;
		}
		return resolveFilename(request, parent, ...rest);
	};
}

/** Removes all modules of the project; those of node_modules stay, for they are costly and not mutated. */
function forgetModules(root: string): void {
	for (const file of Object.keys(require.cache)) {
		if (file.startsWith(root + sep) && !file.includes(`${sep}node_modules${sep}`) && !file.startsWith(__dirname + sep))
			delete require.cache[file];
	}
}

/** Two of one name make a file's coverage the union of both; a test that runs for several (`beforeAll`) covers for each. */
class CoverageListener implements RunListener {
	private hooks = 0;

	/** Mutants that ran in a hook of several tests. Whole runs in n8n's engine load the package there. */
	readonly inSharedHooks = new Set<string>();

	entering(ids: readonly string[]): void {
		state.currentTestId = ids.length === 1 ? ids[0] : `hook ${++this.hooks}`;
	}

	leaving(ids: readonly string[]): void {
		const { currentTestId, mutantCoverage } = state;
		state.currentTestId = undefined;
		if (ids.length === 1 || currentTestId === undefined) return;
		const covered = Object.entries(mutantCoverage.perTest[currentTestId] ?? {});
		delete mutantCoverage.perTest[currentTestId];
		for (const [mutant] of covered) this.inSharedHooks.add(mutant);
		for (const id of ids) {
			const own = (mutantCoverage.perTest[id] ??= {});
			for (const [mutant, hits] of covered) own[mutant] = (own[mutant] ?? 0) + hits;
		}
	}
}

/**
 * Runs the tests for Stryker in one process and without loading them anew for each mutant. Stryker's runner for jest starts
 * jest for each mutant, which loads n8n's modules each time: seconds for each of thousands of mutants. Here it takes
 * milliseconds. Describe blocks, hooks, tables of tests and `expect` are jest's own (jest-circus). What these tests do not
 * use is missing: module mocks, fake timers, snapshots.
 *
 * What a mutant leaves behind in memory must not kill the next one. So a test that fails is run again without the mutant:
 * where it fails again, everything is loaded afresh, and the mutant gets a second run.
 */
export class MutationTestRunner {
	private readonly root = process.cwd();
	private readonly files: string[];
	private readonly ownFiles: Set<string>;
	private loaded = new Map<string, LoadedTest[]>();
	private readonly listener = new CoverageListener();
	private sharedHooks?: Set<string>;
	private readonly stray: unknown[] = [];

	constructor(options: Options) {
		this.files = options.circus.testFiles.map((file) => join(this.root, file));
		this.ownFiles = new Set(options.circus.ownTestFiles.map((file) => join(this.root, file)));
	}

	capabilities(): { reloadEnvironment: boolean } {
		return { reloadEnvironment: true };
	}

	init(): Promise<void> {
		process.env.NODE_ENV = 'test';
		(globalThis as { __stryker__?: InstrumenterContext }).__stryker__ = state;
		findModulesAsJest(this.root);
		const load = createRequire(join(this.root, 'package.json'));
		const circus = load('jest-circus') as Record<string, unknown>;
		const { jestExpect } = load('@jest/expect') as { jestExpect: unknown };
		const { ModuleMocker } = load('jest-mock') as { ModuleMocker: new (global: unknown) => JestMock };
		const { describe, test, beforeAll, beforeEach, afterAll, afterEach } = circus;
		const mocker = new ModuleMocker(globalThis);
		const jest = {
			fn: mocker.fn.bind(mocker),
			spyOn: mocker.spyOn.bind(mocker),
			restoreAllMocks: () => mocker.restoreAllMocks(),
			setTimeout: () => undefined,
		};
		Object.assign(globalThis, { describe, test, beforeAll, beforeEach, afterAll, afterEach, jest, expect: jestExpect });
		// a promise that nobody waits for any more fails the test that is running, as in jest
		for (const event of ['unhandledRejection', 'uncaughtException'])
			process.on(event, (error: unknown) => void this.stray.push(error));
		return Promise.resolve();
	}

	async dryRun() {
		state.mutantCoverage = { static: {}, perTest: {} };
		const tests: Array<TestOutcome & { file: string }> = [];
		for (const file of this.files) {
			const before = { ...state.mutantCoverage.static };
			const outcomes = await this.runFile(file, undefined, { defaultTimeoutMs: DRY_RUN_TIMEOUT_MS, bail: false });
			tests.push(...outcomes.map((outcome) => ({ ...outcome, file })));
			if (this.ownFiles.has(file)) this.creditLoading(before, outcomes);
		}
		writeFileSync(this.sharedHooksFile, JSON.stringify([...this.listener.inSharedHooks]));
		return {
			status: 'complete',
			mutantCoverage: state.mutantCoverage,
			tests: tests.map(({ id, durationMs, file, ...failure }) => ({
				id,
				name: id,
				timeSpentMs: durationMs,
				fileName: file,
				...('error' in failure
					? { status: 1 as const, failureMessage: textOf(failure.error) }
					: { status: 0 as const }),
			})),
		};
	}

	async mutantRun(run: MutantRun) {
		let result: MutantOutcome;
		// a mutant of what runs while a file is loaded is switched on before that
		if (run.reloadEnvironment) result = await this.runMutantAfresh(run);
		else {
			result = await this.runMutant(run);
			if (result.failed && (await this.failsWithoutMutant(result.failed.id))) {
				this.loaded.clear();
				result = await this.runMutant(run);
			}
			// what is worked out once and kept, or runs while a file is loaded, ran without the mutant
			if (!result.failed) {
				const isOwn = this.mutantsInSharedHooks().has(run.activeMutant.id)
					? (id: string) => this.isOwnTest(id)
					: (id: string) => this.isOwnUnitTest(id);
				result = await this.runMutantAfresh({ ...run, testFilter: run.testFilter?.filter(isOwn) });
			}
		}
		if (state.hitLimit !== undefined && (state.hitCount ?? 0) > state.hitLimit)
			return { status: 'timeout', reason: `Run ${state.hitCount} times` };
		if (result.failed)
			return {
				status: 'killed',
				killedBy: [result.failed.id],
				failureMessage: textOf(result.failed.error),
				nrOfTests: result.tests,
			};
		return { status: 'survived', nrOfTests: result.tests };
	}

	/**
	 * What runs while a file is loaded (tables, constants) counts as covered by all tests of the files that load it,
	 * as far as these are tests of the mutated folder. Otherwise Stryker would have all tests run for each such mutant, or none.
	 */
	private creditLoading(before: Record<string, number>, outcomes: readonly TestOutcome[]): void {
		const { static: loading, perTest } = state.mutantCoverage;
		const loaded = Object.keys(loading).filter((mutant) => loading[mutant] !== before[mutant]);
		for (const { id } of outcomes) {
			const own = (perTest[id] ??= {});
			for (const mutant of loaded) own[mutant] ??= 1;
		}
	}

	/** With everything loaded while the mutant is there. What was loaded before stays for the next ones. */
	private async runMutantAfresh(run: MutantRun): Promise<MutantOutcome> {
		const kept = this.loaded;
		this.loaded = new Map();
		try {
			return await this.runMutant({ ...run, hitLimit: undefined }, true);
		} finally {
			this.loaded = kept;
			forgetModules(this.root);
		}
	}

	private async runMutant(run: MutantRun, isAfresh = false): Promise<MutantOutcome> {
		const ids = run.testFilter && new Set(run.testFilter);
		if (!isAfresh) for (const file of this.files) if (!this.loaded.has(file)) this.load(file);
		state.hitLimit = run.hitLimit;
		state.hitCount = run.hitLimit === undefined ? undefined : 0;
		state.activeMutant = run.activeMutant.id;
		let tests = 0;
		try {
			for (const file of this.mirroredFirst(run.sandboxFileName)) {
				const outcomes = await this.runFile(file, ids, { defaultTimeoutMs: MUTANT_TIMEOUT_MS, bail: true });
				tests += outcomes.length;
				const failed = outcomes.find((outcome) => 'error' in outcome);
				if (failed) return { tests, failed };
			}
			return { tests };
		} finally {
			state.activeMutant = undefined;
		}
	}

	/** Kept in a file, because Stryker starts another process after a mutant that never ends. */
	private mutantsInSharedHooks(): Set<string> {
		this.sharedHooks ??= new Set(JSON.parse(readFileSync(this.sharedHooksFile, 'utf8')) as string[]);
		return this.sharedHooks;
	}

	private get sharedHooksFile(): string {
		return join(this.root, 'mutants-in-shared-hooks.json');
	}

	private isOwnTest(id: string): boolean {
		return [...this.ownFiles].some((file) => id.startsWith(`${relative(this.root, file)} `));
	}

	/** A unit test of the mutated folder. */
	private isOwnUnitTest(id: string): boolean {
		return id.startsWith(relative(this.root, dirname(this.files[0])) + sep);
	}

	private async failsWithoutMutant(id: string): Promise<boolean> {
		const { hitCount, hitLimit } = state;
		state.hitLimit = undefined;
		try {
			for (const file of this.files) {
				const outcomes = await this.runFile(file, new Set([id]), { defaultTimeoutMs: MUTANT_TIMEOUT_MS, bail: true });
				if (outcomes.some((outcome) => 'error' in outcome)) return true;
			}
			return false;
		} finally {
			Object.assign(state, { hitCount, hitLimit });
		}
	}

	/** A mutant is mostly killed by the test of its own file. */
	private mirroredFirst(mutated: string): string[] {
		const path = relative(join(this.root, 'nodes/WhatsLoop'), mutated);
		const own = join(this.root, 'test/unit', dirname(path), `${basename(path, '.ts')}.test.ts`);
		if (!existsSync(own)) return this.files;
		return [own, ...this.files.filter((file) => file !== own)];
	}

	private async runFile(
		file: string,
		ids: ReadonlySet<string> | undefined,
		limits: { defaultTimeoutMs: number; bail: boolean },
	): Promise<TestOutcome[]> {
		const path = relative(this.root, file);
		if (ids && ![...ids].some((id) => id.startsWith(`${path} `))) return [];
		let tests: LoadedTest[];
		try {
			tests = this.loaded.get(file) ?? this.load(file);
		} catch (error) {
			return [{ id: `${path} can be loaded`, durationMs: 0, error }];
		}
		const selected = ids ? tests.filter(({ id }) => ids.has(id)) : tests;
		if (selected.length === 0) return [];
		this.stray.length = 0;
		const outcomes = await runTests(selected, { ...limits, listener: this.listener });
		const [error] = this.stray;
		if (error !== undefined && outcomes.length > 0) outcomes[outcomes.length - 1].error ??= error;
		return outcomes;
	}

	/** Each file gets modules of its own, as in jest. */
	private load(file: string): LoadedTest[] {
		forgetModules(this.root);
		const requireFromProject = createRequire(join(this.root, 'package.json'));
		const { resetState, getState } = requireFromProject('jest-circus') as {
			resetState: () => void;
			getState: () => { rootDescribeBlock: Circus.DescribeBlock };
		};
		resetState();
		requireFromProject(file);
		const tests = testsIn(getState().rootDescribeBlock, relative(this.root, file));
		this.loaded.set(file, tests);
		return tests;
	}
}

interface JestMock {
	fn: (...args: unknown[]) => unknown;
	spyOn: (...args: unknown[]) => unknown;
	restoreAllMocks: () => void;
}

function textOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
