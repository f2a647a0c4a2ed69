import type { Circus } from '@jest/types';

type Hook = Circus.Hook['type'];

/** One test of a file that is loaded, with what surrounds it. */
export interface LoadedTest {
	/** File and name; a second test of the same name has a number, too. */
	id: string;
	fn: () => unknown;
	timeoutMs: number | undefined;
	/** The `describe` blocks around it, outermost first. The file itself is the first. */
	blocks: Circus.DescribeBlock[];
}

export interface TestOutcome {
	id: string;
	durationMs: number;
	/** What the test or one of its hooks threw. */
	error?: unknown;
}

/** Called around what runs for a test, so that the coverage of each can be told apart. */
export interface RunListener {
	/** `ids` are the tests that the code runs for: one, or all of a block where it is a `beforeAll`. */
	entering(ids: readonly string[]): void;
	leaving(ids: readonly string[]): void;
}

const isTest = (child: Circus.DescribeBlock['children'][number]): child is Circus.TestEntry & { type: 'test' } =>
	child.type === 'test';

/** The tests of a tree that jest-circus collected, in their order, without those that are skipped. */
export function testsIn(root: Circus.DescribeBlock, file: string): LoadedTest[] {
	const tests: LoadedTest[] = [];
	const timesNamed = new Map<string, number>();
	const visit = (block: Circus.DescribeBlock, blocks: Circus.DescribeBlock[], names: string[]) => {
		const around = [...blocks, block];
		for (const child of block.children) {
			if (!isTest(child)) {
				visit(child, around, [...names, child.name]);
				continue;
			}
			if (child.mode === 'skip' || child.mode === 'todo') continue;
			const name = [file, ...names, child.name].join(' ');
			const times = (timesNamed.get(name) ?? 0) + 1;
			timesNamed.set(name, times);
			const id = times === 1 ? name : `${name} (${times})`;
			tests.push({ id, fn: child.fn as () => unknown, timeoutMs: child.timeout, blocks: around });
		}
	};
	visit(root, [], []);
	return tests;
}

const hooksOf = (block: Circus.DescribeBlock, type: Hook) => block.hooks.filter((hook) => hook.type === type);

/** @throws Error after the time limit; what was called goes on, for nothing can stop it */
async function withinTime(call: () => unknown, timeoutMs: number): Promise<void> {
	let timer: NodeJS.Timeout | undefined;
	const tooLong = new Promise<never>((_resolve, reject) => {
		timer = setTimeout(() => reject(new Error(`Longer than ${timeoutMs} ms`)), timeoutMs);
	});
	try {
		await Promise.race([call(), tooLong]);
	} finally {
		clearTimeout(timer);
	}
}

/**
 * Runs some tests of one loaded file, as jest would: `beforeAll` and `afterAll` once for each block that has one of them.
 * Can be called again and again.
 *
 * @param defaultTimeoutMs for tests and hooks without a limit of their own
 */
export async function runTests(
	tests: readonly LoadedTest[],
	{ defaultTimeoutMs, bail, listener }: { defaultTimeoutMs: number; bail: boolean; listener: RunListener },
): Promise<TestOutcome[]> {
	const outcomes: TestOutcome[] = [];
	const idsIn = (block: Circus.DescribeBlock) =>
		tests.filter(({ blocks }) => blocks.includes(block)).map(({ id }) => id);
	const run = async (call: () => unknown, timeoutMs: number | undefined, ids: readonly string[]) => {
		listener.entering(ids);
		try {
			await withinTime(call, timeoutMs ?? defaultTimeoutMs);
			return undefined;
		} catch (error) {
			return { error };
		} finally {
			listener.leaving(ids);
		}
	};
	const runHooks = async (hooks: readonly Circus.Hook[], ids: readonly string[]) => {
		for (const { fn, timeout } of hooks) {
			const failure = await run(fn as () => unknown, timeout ?? undefined, ids);
			if (failure) return failure;
		}
		return undefined;
	};

	const open: Circus.DescribeBlock[] = [];
	const brokenBy = new Map<Circus.DescribeBlock, { error: unknown }>();
	const close = async (keep: number) => {
		while (open.length > keep) {
			const block = open.pop();
			if (block) await runHooks(hooksOf(block, 'afterAll'), idsIn(block));
		}
	};
	for (const { id, fn, timeoutMs, blocks } of tests) {
		await close(blocks.findIndex((block, depth) => open[depth] !== block) >>> 0);
		for (const block of blocks.slice(open.length)) {
			open.push(block);
			const failure = await runHooks(hooksOf(block, 'beforeAll'), idsIn(block));
			if (failure) brokenBy.set(block, failure);
		}
		const startedMs = performance.now();
		let failure = blocks.map((block) => brokenBy.get(block)).find((each) => each !== undefined);
		failure ??= await runHooks(
			blocks.flatMap((block) => hooksOf(block, 'beforeEach')),
			[id],
		);
		failure ??= await run(fn, timeoutMs, [id]);
		const afterwards = await runHooks(
			[...blocks].reverse().flatMap((block) => hooksOf(block, 'afterEach')),
			[id],
		);
		failure ??= afterwards;
		outcomes.push({ id, durationMs: performance.now() - startedMs, ...failure });
		if (failure && bail) break;
	}
	await close(0);
	return outcomes;
}
