import { execFile } from 'node:child_process';
import { chown, mkdir, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../process/freePort';
import { startSupervised } from '../process/supervised';
import { whenReady, type Service } from './service';

const run = promisify(execFile);

/** The database's one user. Every program on this machine can use it. It holds only made-up data. */
export const POSTGRES_USER = 'n8n';
/** Every new cluster has it. */
export const POSTGRES_DATABASE = 'postgres';

/** Debian's package makes this user; PostgreSQL refuses to run as root. */
const SYSTEM_USER = 'postgres';

/** The data does not have to survive a power cut. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

interface Identity {
	/** Put before a command, runs it as the user meant. */
	prefix: string[];
	owner?: { uid: number; gid: number };
}

async function idOf(flag: string): Promise<number> {
	return Number((await run('id', [flag, SYSTEM_USER])).stdout);
}

/** This process's own user, unless it is root. */
async function identity(): Promise<Identity> {
	if (process.getuid?.() !== 0) return { prefix: [] };
	const owner = { uid: await idOf('-u'), gid: await idOf('-g') };
	// unlike su and runuser it becomes the command instead of staying its parent, so that signals reach PostgreSQL itself
	return { prefix: ['setpriv', `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups', '--'], owner };
}

/** Makes a new PostgreSQL cluster below `folder` and starts it on 127.0.0.1. */
export async function startPostgres(initdb: string, folder: string): Promise<Service> {
	const { prefix, owner } = await identity();
	// what is on the search path may be a link to one program, without the others beside it
	const programFolder = dirname(await realpath(initdb));
	const port = await freePort();
	const home = join(folder, 'postgres');
	await mkdir(home, { mode: 0o700 });
	if (owner) {
		// a temporary folder lets nobody but its owner pass
		await chown(folder, owner.uid, owner.gid);
		await chown(home, owner.uid, owner.gid);
	}
	const data = join(home, 'data');
	const env = { PATH: process.env.PATH, LC_ALL: 'C' };
	const command = (program: string, ...args: string[]) => [...prefix, join(programFolder, program), ...args];

	const [initProgram, ...initArguments] = command(
		'initdb',
		...['--pgdata', data, '--username', POSTGRES_USER, '--auth=trust', '--encoding=UTF8', '--no-sync'],
	);
	await run(initProgram, initArguments, { cwd: home, env });

	const settings = [`listen_addresses=127.0.0.1`, `port=${port}`, `unix_socket_directories=${home}`, ...FAST];
	const [program, ...args] = command('postgres', '-D', data, ...settings.flatMap((setting) => ['-c', setting]));
	const logFile = join(folder, 'postgres.log');
	const postgres = startSupervised(program, args, { cwd: home, env, logFile });
	return await whenReady(postgres, port, {
		name: 'PostgreSQL',
		logFile,
		readyLine: 'database system is ready to accept connections',
	});
}
