import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');
const COMMAND = ['--import', 'tsx', 'sandbox/main.ts'];
const TIMEOUT_MS = 30_000;

describe('npm run sandbox', () => {
	test(
		'prints addresses and tokens that work, and stops on a signal',
		async () => {
			const child = spawn(process.execPath, [...COMMAND, '--port', '0', '--plan', '7/9', '--reading', 'bucket'], {
				cwd: ROOT,
			});
			let output = '';
			child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
			const exited = new Promise((resolve) => child.once('exit', resolve));
			await new Promise<void>((resolve, reject) => {
				child.stdout.on('data', () => output.includes('Ctrl+C') && resolve());
				child.once('exit', () => reject(new Error('It ended too early')));
			});
			const [, url] = /go +Base URL +(\S+)/.exec(output) ?? [];
			const [, token] = /go[^]*?API Token +(\S+)/.exec(output) ?? [];
			const response = await fetch(`${url}/instance/status`, { headers: { authorization: `Bearer ${token}` } });
			child.kill('SIGTERM');
			expect(response.status).toBe(200);
			expect(response.headers.get('x-ratelimit-limit')).toBe('7');
			expect(output).toMatch('7 requests per 9 s, read as "bucket"');
			expect(await exited).toBe(0);
		},
		TIMEOUT_MS,
	);

	test(
		'refuses an unknown plan with the choices',
		() => {
			const { status, stderr } = spawnSync(process.execPath, [...COMMAND, '--plan', 'gold'], {
				cwd: ROOT,
				encoding: 'utf8',
			});
			expect(status).toBe(1);
			expect(stderr).toMatch(/basic, flex, extra, none or LIMIT\/SECONDS/);
		},
		TIMEOUT_MS,
	);
});
