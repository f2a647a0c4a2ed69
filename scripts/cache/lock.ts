import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

const HEARTBEAT_SECONDS = 5;
/** An owner that has not touched its lock for this long is gone. Its process ID may belong to another process by now. */
const STALE_AFTER_SECONDS = 60;
const POLL_SECONDS = 0.5;

/** Whether a process with this id exists, ours or somebody else's. */
export function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT';

async function isStale(lockFile: string): Promise<boolean> {
	try {
		const { mtimeMs } = await stat(lockFile);
		const ageSeconds = (Date.now() - mtimeMs) / 1000;
		if (ageSeconds > STALE_AFTER_SECONDS) return true;
		const owner = Number(await readFile(lockFile, 'utf8'));
		// A lock that was just created may not hold its owner's id yet.
		return owner > 0 ? !isAlive(owner) : ageSeconds > HEARTBEAT_SECONDS;
	} catch (error) {
		if (isMissing(error)) return false;
		throw error;
	}
}

async function tryAcquire(lockFile: string): Promise<boolean> {
	try {
		await writeFile(lockFile, String(process.pid), { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
		throw error;
	}
}

/**
 * Runs `work` while this process alone holds `lockFile`; waits for another owner, and takes over from one that was
 * killed. Two that take over at the very same moment may both run: `work` must put up with that, the lock only saves
 * effort.
 */
export async function withLock<T>(lockFile: string, onWait: () => void, work: () => Promise<T>): Promise<T> {
	while (!(await tryAcquire(lockFile))) {
		if (await isStale(lockFile)) {
			await rm(lockFile, { force: true });
			continue;
		}
		onWait();
		await delay(POLL_SECONDS * 1000);
	}
	const heartbeat = setInterval(() => {
		const now = new Date();
		// A lock that somebody removed by hand needs no heartbeat.
		utimes(lockFile, now, now).catch(() => undefined);
	}, HEARTBEAT_SECONDS * 1000);
	heartbeat.unref();
	try {
		return await work();
	} finally {
		clearInterval(heartbeat);
		await rm(lockFile, { force: true });
	}
}
