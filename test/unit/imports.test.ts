import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { PROJECT_FOLDER } from '../../scripts/project';

const ROOTS = ['nodes', 'credentials', 'sandbox', 'scripts', 'bench', 'test'];

const files = ROOTS.flatMap((root) =>
	readdirSync(join(PROJECT_FOLDER, root), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.ts'))
		.map((path) => join(root, path)),
);

/** The project's own files that a file imports, types included. */
function importsOf(file: string): string[] {
	const text = readFileSync(join(PROJECT_FOLDER, file), 'utf8');
	return ts
		.preProcessFile(text, true, true)
		.importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
		.map(({ fileName }) => join(dirname(file), fileName))
		.flatMap((path) => [`${path}.ts`, join(path, 'index.ts')].filter((candidate) => files.includes(candidate)));
}

/** The first way from a file back to itself, or undefined where there is none. */
function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
	const finished = new Set<string>();
	const search = (file: string, way: readonly string[]): string[] | undefined => {
		if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
		if (finished.has(file)) return undefined;
		for (const imported of graph.get(file) ?? []) {
			const circle = search(imported, [...way, file]);
			if (circle) return circle;
		}
		finished.add(file);
		return undefined;
	};
	for (const file of graph.keys()) {
		const circle = search(file, []);
		if (circle) return circle;
	}
	return undefined;
}

test('no file imports itself through other files (types count, too)', () => {
	const graph = new Map(files.map((file) => [file, importsOf(file)]));
	expect(graph.get('nodes/WhatsLoop/transport/attempt.ts')).toContain('nodes/WhatsLoop/transport/outcome.ts');
	expect(findCircle(graph)?.join(' → ')).toBeUndefined();
});

test('a circle of imports is found and named', () => {
	const graph = new Map([
		['a', ['b']],
		['b', ['c', 'd']],
		['c', []],
		['d', ['b']],
	]);
	expect(findCircle(graph)).toEqual(['b', 'd', 'b']);
});
