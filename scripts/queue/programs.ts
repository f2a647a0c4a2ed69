import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureProgram, type SystemProgram } from '../system/program';

const NEEDED_FOR = "n8n's queue mode";

/** Debian keeps the servers of every PostgreSQL version in a folder of its own, outside the search path. */
const DEBIAN_POSTGRES_FOLDER = '/usr/lib/postgresql';

function postgresFolders(): string[] {
	if (!existsSync(DEBIAN_POSTGRES_FOLDER)) return [];
	const newestFirst = readdirSync(DEBIAN_POSTGRES_FOLDER).sort((a, b) => Number(b) - Number(a));
	return newestFirst.map((version) => join(DEBIAN_POSTGRES_FOLDER, version, 'bin'));
}

const REDIS: SystemProgram = { names: ['redis-server'], debianPackage: 'redis-server', neededFor: NEEDED_FOR };

const POSTGRES: SystemProgram = {
	names: ['initdb'],
	debianPackage: 'postgresql',
	neededFor: NEEDED_FOR,
	otherFolders: postgresFolders,
};

export interface QueuePrograms {
	/** Path of redis-server. */
	redisServer: string;
	/** Path of initdb; PostgreSQL's other programs are beside it. */
	initdb: string;
}

/** Finds Redis and PostgreSQL, or installs them from the system's packages where that is allowed. */
export const queuePrograms = async (): Promise<QueuePrograms> => ({
	redisServer: await ensureProgram(REDIS),
	initdb: await ensureProgram(POSTGRES),
});
