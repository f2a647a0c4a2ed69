import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WhatsLoop } from '../../../nodes/WhatsLoop/WhatsLoop.node';
import { WhatsLoopTrigger } from '../../../nodes/WhatsLoop/WhatsLoopTrigger.node';
import { PROJECT_FOLDER } from '../../../scripts/project';
import type { ExampleWorkflow } from '../../../scripts/start/examples';

const FOLDER = join(PROJECT_FOLDER, 'examples');
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
const read = (file: string) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as ExampleWorkflow;
const table = readFileSync(join(FOLDER, 'README.md'), 'utf8');

const OWN = {
	'n8n-nodes-whatsloop.whatsLoop': new WhatsLoop().description,
	// n8n makes this type from the node
	'n8n-nodes-whatsloop.whatsLoopTool': new WhatsLoop().description,
	'n8n-nodes-whatsloop.whatsLoopTrigger': new WhatsLoopTrigger().description,
};
const PLACEHOLDERS = [
	undefined,
	{ whatsLoopApi: { id: '1', name: 'WhatsLoop' } },
	{ openAiApi: { id: '2', name: 'OpenAI' } },
];
const isOwn = (type: string): type is keyof typeof OWN => Object.hasOwn(OWN, type);

test('the table of examples lists every one', () => {
	const listed = [...table.matchAll(/^\| \[([a-z-]+\.json)\]\(\1\)/gm)].map(([, file]) => file);
	expect(listed.sort()).toEqual([...files].sort());
});

describe.each(files)('%s', (file) => {
	const { nodes, connections, pinData } = read(file);
	const notes = nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
	const steps = nodes.filter((node) => !notes.includes(node));

	test('has one note close to the first node, which says what to change', () => {
		expect(notes).toHaveLength(1);
		const [{ position, parameters }] = notes;
		const bottom = position[1] + Number(parameters.height);
		const top = Math.min(...steps.map((step) => step.position[1]));
		expect(bottom).toBeLessThan(top + 1);
		expect(top - bottom).toBeLessThan(150);
		expect(parameters.content).toMatch(/^## .+\n.+/);
		expect(parameters.content).toMatch(/\n1\. Choose your WhatsLoop credential/);
	});

	test('is made of nodes that n8n ships, and of this package, in versions that exist', () => {
		for (const { type, typeVersion } of steps) {
			if (isOwn(type)) expect([OWN[type].version].flat()).toContain(typeVersion);
			else expect(type).toMatch(/^(n8n-nodes-base|@n8n\/n8n-nodes-langchain)\./);
		}
	});

	test('connects nodes by names that exist', () => {
		const names = nodes.map(({ name }) => name);
		const targets = Object.values(connections)
			.flatMap((outputs) => Object.values(outputs))
			.flatMap((output) => output.flatMap((each) => each ?? []));
		for (const name of [...Object.keys(connections), ...targets.map(({ node }) => node)]) expect(names).toContain(name);
	});

	test('has only the placeholder as credential', () => {
		for (const { credentials } of nodes) {
			expect(PLACEHOLDERS).toContainEqual(credentials);
		}
	});

	test('has ten sample rows, if rows are pinned', () => {
		for (const rows of Object.values(pinData ?? {})) expect(rows).toHaveLength(10);
	});
});
