import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '../../../../scripts/project';
import { readPublisher, renamePublisher } from '../../../../scripts/publisher/rename';

const packageJson = readFileSync(join(PROJECT_FOLDER, 'package.json'), 'utf8');
const now = readPublisher(packageJson);
const next = {
	repository: 'acme/whatsloop-for-n8n',
	homepage: 'https://acme.example/n8n',
	author: { name: 'Acme', email: 'n8n@acme.example' },
};

test('one script replaces the names of the publisher in package.json', () => {
	const renamed = renamePublisher(packageJson, now, next);
	expect(readPublisher(renamed)).toEqual(next);
	expect(JSON.parse(renamed)).toMatchObject({
		name: 'n8n-nodes-whatsloop',
		bugs: { url: 'https://github.com/acme/whatsloop-for-n8n/issues' },
	});
});

test('every link to this repository follows the one in package.json', () => {
	const args = [
		'grep',
		'--only-matching',
		'-h',
		'-I',
		'-E',
		'github\\.com/[^/ "]+/n8n-nodes-whatsloop',
		'--',
		':!test',
	];
	const links = execFileSync('git', args, { cwd: PROJECT_FOLDER, encoding: 'utf8' }).trim().split('\n');
	expect(links.length).toBeGreaterThan(5);
	expect(new Set(links)).toEqual(new Set([`github.com/${now.repository}`]));
});
