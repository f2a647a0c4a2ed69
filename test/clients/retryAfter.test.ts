import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Sandbox } from '../../sandbox';
import { provideSandbox } from '../support/provideSandbox';

/** HTTP clients of other authors that follow Retry-After by themselves. */
const CLIENTS = ['got', 'ky', 'undici RetryAgent', 'axios-retry'];
const LIMIT = 2;
const COUNT = 3;
/** Longer than the first three requests take on a busy machine, so that one of them is certainly refused. */
const WINDOW_SECONDS = 5;

let sandbox: Sandbox;
provideSandbox('reset', (started) => (sandbox = started));

describe.each(['seconds', 'date'] as const)('Retry-After in the form "%s"', (retryAfterForm) => {
	test.each(CLIENTS)(
		'is understood by %s (everything arrives once, and nothing comes too early after a refusal)',
		async (client) => {
			sandbox.setPolicy({ limit: LIMIT, windowSeconds: WINDOW_SECONDS, reading: 'fixed', retryAfterForm }, true);
			const url = `${sandbox.goBaseUrl}/message/send`;
			const script = join(__dirname, 'retryClients.mjs');
			const { stdout } = await promisify(execFile)(process.execPath, [
				script,
				client,
				url,
				sandbox.goToken,
				String(COUNT),
			]);
			expect(JSON.parse(stdout)).toEqual([200, 200, 200]);
			expect(sandbox.messages.map(({ content }) => content.text)).toEqual(['Text 0', 'Text 1', 'Text 2']);
			// A client that can't read the header would retry at once, or after a guessed time.
			expect(sandbox.requests.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429, 200]);
		},
		60_000,
	);
});
