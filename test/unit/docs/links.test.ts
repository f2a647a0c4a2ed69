import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WhatsLoopApi } from '../../../credentials/WhatsLoopApi.credentials';
import { PROJECT_FOLDER } from '../../../scripts/project';
import { anchorsIn, brokenLink, documents, readDocument, targetsIn, wordsIn } from './documents';

const NODES = join(PROJECT_FOLDER, 'nodes', 'WhatsLoop');

interface Codex {
	resources: Record<string, Array<{ url: string }>>;
}

test.each(documents())('every link and picture of %s leads somewhere', (path) => {
	expect(targetsIn(readDocument(path)).flatMap((target) => brokenLink(target, path) ?? [])).toEqual([]);
});

test('every link of the codex files, which the editor shows, leads somewhere', () => {
	const files = readdirSync(NODES).filter((name) => name.endsWith('.node.json'));
	expect(files.length).toBeGreaterThan(0);
	for (const file of files) {
		const { resources } = JSON.parse(readFileSync(join(NODES, file), 'utf8')) as Codex;
		const targets = Object.values(resources).flatMap((links) => links.map(({ url }) => url));
		expect(targets.flatMap((target) => brokenLink(target, file) ?? [])).toEqual([]);
	}
});

test('the documentation link of the credential leads somewhere', () => {
	expect(brokenLink(new WhatsLoopApi().documentationUrl, 'credential')).toBeUndefined();
});

test('the README stays short (a newcomer reads it whole)', () => {
	expect(wordsIn(readDocument('README.md')).length).toBeLessThan(1200);
});

describe('the check of links', () => {
	test('finds a file and a heading that are not there', () => {
		expect(brokenLink('docs/no-such-file.md', 'README.md')).toMatch(/there is no docs/);
		expect(brokenLink('#no-such-heading', 'README.md')).toMatch(/no heading/);
		expect(brokenLink('../README.md#no-such-heading', 'docs/trigger.md')).toMatch(/no heading/);
	});

	test("makes GitHub's anchors", () => {
		const text = '# A `code` heading, with (marks)\n\n## Again\n\n## Again\n\n## بداية سريعة\n';
		expect([...anchorsIn(text)]).toEqual(['a-code-heading-with-marks', 'again', 'again-1', 'بداية-سريعة']);
	});

	test('finds links in tables, links with pictures, and links by reference', () => {
		const text = '| a |\n| --- |\n| [b](c.md) |\n\n![d](e.png)\n\n[f][g]\n\n[g]: h.md\n';
		expect(targetsIn(text)).toEqual(['c.md', 'e.png', 'h.md']);
	});
});
