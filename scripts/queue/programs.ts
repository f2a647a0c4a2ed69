import { readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { findOrInstall, isProgram, type SystemProgram } from '../system/debianPackage';

/** Debian keeps the servers of every PostgreSQL version in a folder of its own, outside the search path. */
const DEBIAN_POSTGRES_FOLDER = '/usr/lib/postgresql';

const SYSTEM_FOLDERS = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

async function firstProgram(paths: readonly string[]): Promise<string | undefined> {
	for (const path of paths) if (await isProgram(path)) return path;
	return undefined;
}

const searchPath = () => [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...SYSTEM_FOLDERS];

const redis: SystemProgram = {
	name: 'Redis',
	packageName: 'redis-server',
	find: () => firstProgram(searchPath().map((folder) => join(folder, 'redis-server'))),
};

const postgres: SystemProgram = {
	name: 'PostgreSQL',
	packageName: 'postgresql',
	async find() {
		const versions = await readdir(DEBIAN_POSTGRES_FOLDER).catch(() => []);
		const newestFirst = versions.sort((a, b) => Number(b) - Number(a)).map((each) => join(DEBIAN_POSTGRES_FOLDER, each, 'bin'));
		return await firstProgram([...newestFirst, ...searchPath()].map((folder) => join(folder, 'initdb')));
	},
};

export interface QueuePrograms {
	/** Path of redis-server. */
	redisServer: string;
	/** Path of initdb; PostgreSQL's other programs are beside it. */
	initdb: string;
}

/** Finds Redis and PostgreSQL, or installs them from the system's packages. */
export async function queuePrograms(): Promise<QueuePrograms> {
	const [redisServer, initdb] = await findOrInstall([redis, postgres]);
	return { redisServer, initdb };
}
