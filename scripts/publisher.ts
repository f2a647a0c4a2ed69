import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { PROJECT_FOLDER } from './project';
import { readPublisher, renamePublisher } from './publisher/rename';

/** Text files in which addresses of the repository stand; a lock names packages only. */
const FILES = ['*.md', '*.ts', '*.json', '*.yml', ':!package-lock.json', ':!scripts/n8n/versions'];

interface Flags {
	repository: string;
	homepage?: string;
	author: string;
	email: string;
}

function main({ repository, homepage, author, email }: Flags): void {
	const path = (file: string) => join(PROJECT_FOLDER, file);
	const now = readPublisher(readFileSync(path('package.json'), 'utf8'));
	const next = {
		repository,
		homepage: homepage ?? `https://github.com/${repository}#readme`,
		author: { name: author, email },
	};
	const listed = execFileSync('git', ['ls-files', '-z', '--', ...FILES], { cwd: PROJECT_FOLDER, encoding: 'utf8' });
	for (const file of listed.split('\0').filter(Boolean)) {
		const text = readFileSync(path(file), 'utf8');
		const renamed = renamePublisher(text, now, next);
		if (renamed === text) continue;
		writeFileSync(path(file), renamed);
		console.log(file);
	}
}

new Command('npm run publisher --')
	.description('Puts the real names of the publisher into package.json and wherever the repository is linked to')
	.requiredOption('--repository <owner/name>', 'on GitHub')
	.requiredOption('--author <name>', 'as on npm')
	.requiredOption('--email <address>', 'as on npm')
	.option('--homepage <url>', 'the README on GitHub unless given')
	.action(main)
	.parse();
