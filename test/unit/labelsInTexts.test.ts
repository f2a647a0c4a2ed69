import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import * as ts from 'typescript';
import { WhatsLoopApi } from '../../credentials/WhatsLoopApi.credentials';
import { WhatsLoop } from '../../nodes/WhatsLoop/WhatsLoop.node';
import { WhatsLoopTrigger } from '../../nodes/WhatsLoop/WhatsLoopTrigger.node';
import { PROJECT_FOLDER } from '../../scripts/project';

type Entry = INodeProperties | INodePropertyOptions | INodePropertyCollection;

/** Every label and choice of a panel. */
const labelsOf = (entries: readonly Entry[]): string[] =>
	entries.flatMap((entry) => [
		'displayName' in entry ? entry.displayName : entry.name,
		...('options' in entry ? labelsOf(entry.options ?? []) : []),
		...('values' in entry ? labelsOf(entry.values) : []),
	]);

const LABELS = new Set(
	[new WhatsLoopApi(), new WhatsLoop().description, new WhatsLoopTrigger().description].flatMap(({ properties }) =>
		labelsOf(properties),
	),
);

/** Quoted words that are no label: what n8n or WhatsApp show, and what an answer says. */
const NO_LABELS = new Set(['About', 'Test', 'Unauthenticated']);

/** Words in double quotes that begin with a capital letter, in a text. */
const QUOTED = /"([A-Z][\w ()&']*)"/g;

function quotedIn(file: string): string[] {
	const path = join(PROJECT_FOLDER, 'nodes', file);
	const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
			found.push(...[...node.text.matchAll(QUOTED)].map(([, label]) => label));
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

const files = readdirSync(join(PROJECT_FOLDER, 'nodes'), { recursive: true, encoding: 'utf8' }).filter((file) =>
	file.endsWith('.ts'),
);

const named = files.flatMap((file) => quotedIn(file).map((label) => ({ file, label })));

test('an error or hint calls a field by the label that the panel shows (layers below the fields can not read it)', () => {
	expect(named.map(({ label }) => label)).toContain('Default Country Code');
	// stands in texts without quotes
	expect(LABELS).toContain('Sending & Retries');
	const unknown = named.filter(({ label }) => !LABELS.has(label) && !NO_LABELS.has(label));
	expect(unknown).toEqual([]);
});
