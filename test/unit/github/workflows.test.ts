import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { N8N_VERSIONS } from '../../../scripts/n8n/versions';
import { PROJECT_FOLDER } from '../../../scripts/project';

const FOLDER = join(PROJECT_FOLDER, '.github', 'workflows');
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

/** The text of a job, from its name to the next job. */
function job(workflow: string, name: string): string {
	const jobs = workflow.slice(workflow.indexOf('\njobs:'));
	const begin = jobs.indexOf(`\n  ${name}:\n`);
	expect(begin).toBeGreaterThan(-1);
	const rest = jobs.slice(begin + 1);
	const end = rest.slice(1).search(/\n {2}[a-z]/);
	return end === -1 ? rest : rest.slice(0, end + 1);
}

test.each(readdirSync(FOLDER))('%s pins every action by commit (a tag can be moved to other code)', (name) => {
	const uses = [...read(name).matchAll(/uses: (\S+)(.*)/g)];
	expect(uses.length).toBeGreaterThan(0);
	for (const [, action, comment] of uses) {
		expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
		expect(comment).toMatch(/^ # v\d+\.\d+\.\d+$/);
	}
});

describe('publish.yml', () => {
	const workflow = read('publish.yml');
	const gate = job(workflow, 'gate');
	const publish = job(workflow, 'publish');

	test('gives each job only the rights that it needs', () => {
		expect(workflow).toMatch(/^permissions: \{\}$/m);
		expect(gate).toMatch(/permissions:\n {6}contents: read\n/);
		expect(publish.match(/^ {6}[a-z-]+: (read|write)$/gm)).toEqual(['      id-token: write']);
	});

	test('runs all checks in a job that can not publish', () => {
		expect(gate).toContain('bash .ci/run');
		expect(gate).toContain('scripts/release.ts');
		expect(gate).not.toContain('id-token');
	});

	test('publishes exactly the checked tarball with provenance, in a job that runs no other code', () => {
		expect(publish).toContain('needs: gate');
		expect(publish).toContain('npm publish ./tarball/*.tgz --provenance --access public --ignore-scripts');
		expect(publish).not.toMatch(/checkout|npm (ci|install)|npx/);
	});
});

test('installations in the checking job run no scripts of packages', () => {
	const gate = readFileSync(join(PROJECT_FOLDER, '.ci', 'run'), 'utf8');
	expect(gate).toContain("'npm ci --ignore-scripts'");
});

test('the nightly job runs every n8n version that the README names', () => {
	expect(read('nightly.yml')).toContain(
		`n8n: [${[...N8N_VERSIONS]
			.reverse()
			.map((each) => `'${each}'`)
			.join(', ')}]`,
	);
});
