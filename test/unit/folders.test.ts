import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT_FOLDER } from '../../scripts/project';

/** Where the source of a test folder may be. */
const SOURCES = ['nodes/WhatsLoop', '.'];

/** Folders whose files several tests use; and the tests of a person in n8n's editor, who meets the whole package at once. */
const WITHOUT_SOURCE = ['support', 'editor'];

/** jest finds no tests in a folder whose name begins with a dot. */
const sourceName = (folder: string): string => folder.replace(/^github/, '.github');

/** The folders that hold tests or data. Git leaves empty ones behind after a move. */
const foldersOf = (part: string): string[] => {
	const files = readdirSync(join(PROJECT_FOLDER, 'test', part), { recursive: true, encoding: 'utf8' });
	const folders = new Set(files.filter((path) => /\.\w+$/.test(path)).map((path) => dirname(path)));
	return [...folders].filter((folder) => !folder.split(/[\\/]/).some((name) => WITHOUT_SOURCE.includes(name)));
};

test.each(['unit', 'integration', 'e2e'])(
	'folders of test/%s mirror the source (a test is found where its code is)',
	(part) => {
		const strangers = foldersOf(part).filter(
			(folder) => !SOURCES.some((source) => existsSync(join(PROJECT_FOLDER, source, sourceName(folder)))),
		);
		expect(strangers).toEqual([]);
	},
);

test.each(['nodes/WhatsLoop', 'sandbox'])(
	'every folder of %s has a layer in eslint.config.mjs (lint knows no order for a folder that is not named)',
	(root) => {
		const config = readFileSync(join(PROJECT_FOLDER, 'eslint.config.mjs'), 'utf8');
		const folders = readdirSync(join(PROJECT_FOLDER, root), { withFileTypes: true }).filter((entry) =>
			entry.isDirectory(),
		);
		const unnamed = folders.filter(({ name }) => !config.includes(`'${name}'`));
		expect(unnamed.map(({ name }) => `${root}/${name}`)).toEqual([]);
	},
);
