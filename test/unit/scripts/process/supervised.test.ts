import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startSupervised } from '../../../../scripts/process/supervised';
import { waitFor } from '../../../../scripts/process/waitFor';

// Both keep a connection open while they run, and ignore SIGTERM like a program that hangs.
const STUBBORN = "process.on('SIGTERM', () => {}); require('net').connect(Number(process.env.PORT), '127.0.0.1');";
const START_CHILD = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(STUBBORN)}]);`;
const STUBBORN_FAMILY = STUBBORN + START_CHILD;

describe('a supervised process', () => {
	let folder: string;
	let server: Server;
	const log = () => join(folder, 'log');
	const environment = () => ({ PORT: String((server.address() as AddressInfo).port) });

	const countLiving = promisify((done: (error: Error | null, count: number) => void) => server.getConnections(done));
	const untilLiving = (wanted: number) =>
		waitFor(async () => (await countLiving()) === wanted, {
			timeoutSeconds: 10,
			what: `${wanted} processes to be alive`,
		});

	beforeEach(async () => {
		folder = mkdtempSync(join(tmpdir(), 'supervised-'));
		server = createServer((socket) => socket.on('error', () => undefined).resume());
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	});

	afterEach(async () => {
		await new Promise((resolve) => server.close(resolve));
		rmSync(folder, { recursive: true, force: true });
	});

	test('hands on its exit code and output', async () => {
		const { exited } = startSupervised(process.execPath, ['-e', 'console.log("hello"); process.exit(7)'], {
			cwd: folder,
			env: {},
			logFile: log(),
		});

		await expect(exited).resolves.toBe(7);
		expect(readFileSync(log(), 'utf8')).toBe('hello\n');
	});

	test('ends with all of its processes when it is stopped, even with those that ignore SIGTERM', async () => {
		const supervised = startSupervised(process.execPath, ['-e', STUBBORN_FAMILY], {
			cwd: folder,
			env: environment(),
			logFile: log(),
			graceSeconds: 0.1,
		});
		await untilLiving(2);

		await supervised.stop();

		await expect(untilLiving(0)).resolves.toBe(true);
	});

	test('ends with all of its processes when its parent is gone (the pipe between them closes)', async () => {
		const supervisor = spawn(
			process.execPath,
			[join(__dirname, '../../../../scripts/process/supervise.js'), '0.1', process.execPath, '-e', STUBBORN_FAMILY],
			{ stdio: ['pipe', 'ignore', 'inherit'], env: environment() },
		);
		await untilLiving(2);

		supervisor.stdin.destroy();

		await expect(untilLiving(0)).resolves.toBe(true);
	});

	test('says so when there is no such command', async () => {
		const { exited } = startSupervised('no-such-command', [], { cwd: folder, env: {}, logFile: log() });

		await expect(exited).resolves.toBe(127);
		expect(readFileSync(log(), 'utf8')).toContain('no-such-command');
	});
});
