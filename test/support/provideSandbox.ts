import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox';

/**
 * How long a sandbox is used.
 * - `kept`: one for all tests of the group, which build on each other
 * - `reset`: one for all tests of the group, as freshly started before each of them
 * - `new`: one for each test, at its own address (the node remembers the rate limit of an account by its address)
 */
export type SandboxUse = 'kept' | 'reset' | 'new';

/** Starts a sandbox for the tests of the group that this is called in, gives it to `take`, and closes it after them. */
export function provideSandbox(use: SandboxUse, take: (sandbox: Sandbox) => void, options?: SandboxOptions): void {
	let sandbox: Sandbox | undefined;
	const start = async () => {
		sandbox = await startSandbox(options);
		take(sandbox);
	};
	const close = async () => await sandbox?.close();

	if (use === 'new') {
		beforeEach(start);
		afterEach(close);
		return;
	}
	beforeAll(start);
	if (use === 'reset') beforeEach(() => sandbox?.reset());
	afterAll(close);
}
