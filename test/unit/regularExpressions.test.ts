import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import * as ts from 'typescript';

const PROJECT = join(__dirname, '../..');

interface Found {
	where: string;
	pattern: RegExp;
}

/** Every regular expression literal in a source file. */
function literalsIn(path: string): Found[] {
	const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
	const found: Found[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isRegularExpressionLiteral(node)) {
			const end = node.text.lastIndexOf('/');
			const { line } = source.getLineAndCharacterOfPosition(node.getStart());
			found.push({
				where: `${relative(PROJECT, path)}:${line + 1} ${node.text}`,
				pattern: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)),
			});
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

const SHIPPED = ['nodes', 'credentials'].flatMap((folder) =>
	readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts'))
		.map((name) => join(PROJECT, folder, name)),
);

const PATTERNS = SHIPPED.flatMap(literalsIn);

/** Texts that cause backtracking: pieces that the patterns look for, repeated, with and without an end that fails. */
const GENERAL_PIECES = [
	' ',
	'0',
	'5 ',
	'5(',
	'a',
	'A',
	'+',
	'-',
	'.',
	'/',
	'=',
	'<',
	'>',
	'&',
	'&#',
	'%4',
	'\\u',
	'"',
	"'",
	';',
	':',
	',',
	'@',
	'\n',
	'_',
	'م',
	'٥',
	'(0)',
];

/** The words inside a pattern, such as `Bearer`, because what follows them is only tried after them. */
const wordsOf = ({ source }: RegExp): string[] => source.replace(/\\[a-zA-Z]/g, ' ').match(/[A-Za-z]{3,}=?/g) ?? [];

const SMALL = 40_000;

/** The fastest of three runs, because the machine may be busy. */
function fastestMs(pattern: RegExp, text: string): number {
	const times = [1, 2, 3].map(() => {
		const started = performance.now();
		// like `replace` and `matchAll`, a global pattern continues after each match
		text.replace(pattern, '');
		return performance.now() - started;
	});
	return Math.min(...times);
}

/** A quadratic pattern takes half a second and more on 40,000 characters; a linear one takes a few milliseconds. */
const LONGEST_MS = 150;

test('there are regular expressions to look at', () => {
	expect(PATTERNS.length).toBeGreaterThan(50);
});

/** The piece of text on which a pattern takes too long, or undefined. */
function slowPiece(pattern: RegExp): string | undefined {
	const words = wordsOf(pattern);
	return [...GENERAL_PIECES, ...words].find((piece) => {
		const row = piece.repeat(Math.ceil(SMALL / piece.length)).slice(0, SMALL);
		const texts = [`${row}\u0000`, `x${row}\u0000`, ...words.map((word) => `${word}${row}\u0000`)];
		return texts.some((text) => fastestMs(pattern, text) > LONGEST_MS);
	});
}

test.each([/\d.*\(0\)/, /\/+$/, /\s+$/, /\w+@\w+$/])('a pattern that takes quadratic time is found: %p', (pattern) => {
	expect(slowPiece(pattern)).toBeDefined();
});

test.each(PATTERNS)('$where takes linear time on adversarial input', ({ pattern }) => {
	expect(slowPiece(pattern)).toBeUndefined();
});
