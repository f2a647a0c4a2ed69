import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installOnce, type Installation } from '../../../../scripts/cache/installOnce';

const silent = () => undefined;

describe('installing something into the cache once', () => {
	const before = process.env.XDG_CACHE_HOME;
	let caches: string;
	let folder: string;
	let installations: number;

	const steps = async ({ directory, run }: Installation) => {
		installations += 1;
		await run('writing', process.execPath, ['-e', 'require("fs").writeFileSync("thing", "ready")'], process.env);
		expect(existsSync(join(directory, 'thing'))).toBe(true);
	};
	const install = () => installOnce('thing-1', silent, steps);
	const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

	beforeEach(async () => {
		caches = await mkdtemp(join(tmpdir(), 'caches-'));
		process.env.XDG_CACHE_HOME = caches;
		folder = join(caches, 'n8n-nodes-whatsloop');
		installations = 0;
	});

	afterEach(async () => {
		if (before === undefined) delete process.env.XDG_CACHE_HOME;
		else process.env.XDG_CACHE_HOME = before;
		await rm(caches, { recursive: true, force: true });
	});

	test('does the work only the first time', async () => {
		const directory = await install();
		await install();

		expect(await readFile(join(directory, 'thing'), 'utf8')).toBe('ready');
		expect(installations).toBe(1);
	});

	test('does the work once for all who ask at the same time', async () => {
		const directories = await Promise.all([install(), install(), install()]);

		expect(new Set(directories).size).toBe(1);
		expect(installations).toBe(1);
	});

	test('continues after a process that was killed, and removes what it left', async () => {
		const killed = deadPid();
		await mkdir(join(folder, `thing-1.partial-${killed}`), { recursive: true });
		await writeFile(join(folder, 'thing-1.lock'), String(killed));

		await install();

		expect(installations).toBe(1);
		expect((await readdir(folder)).sort()).toEqual(['thing-1', 'thing-1.log']);
	});

	test('repairs a folder that is not marked complete', async () => {
		await mkdir(join(folder, 'thing-1'), { recursive: true });
		await writeFile(join(folder, 'thing-1', 'thing'), 'half');

		const directory = await install();

		expect(await readFile(join(directory, 'thing'), 'utf8')).toBe('ready');
	});

	test('names the step and the log when a step fails, and leaves nothing half done', async () => {
		const failing = installOnce('thing-1', silent, ({ run }) =>
			run('compiling', process.execPath, ['-e', 'console.error("no compiler"); process.exit(3)'], process.env),
		);

		await expect(failing).rejects.toThrow(/^compiling: .* failed with exit code 3\. Log: .*thing-1\.log$/);
		expect(await readFile(join(folder, 'thing-1.log'), 'utf8')).toContain('no compiler');
		expect(await readdir(folder)).toEqual(['thing-1.log']);
	});
});
