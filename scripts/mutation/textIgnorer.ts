/** As much of Babel's syntax tree as is looked at. */
interface SyntaxPath {
	node: { type: string; value?: unknown; quasis?: Array<{ value: { raw: string } }> };
	isStringLiteral(): boolean;
	isTemplateLiteral(): boolean;
}

/** Two words with a space between them. */
const SENTENCE = /[\p{L}.,:;"'’…)]\s+[\p{L}"'“(]/u;

/**
 * Leaves texts that people read as they are. A mutant of a sentence is the empty text; a test that kills it repeats the
 * sentence, which checks nothing but that nobody improved it. What a text must say and must not say has tests of its own.
 */
export class TextIgnorer {
	shouldIgnore(path: SyntaxPath): string | undefined {
		const { node } = path;
		const text = path.isStringLiteral()
			? String(node.value)
			: path.isTemplateLiteral()
				? (node.quasis ?? []).map(({ value }) => value.raw).join(' x ')
				: '';
		return SENTENCE.test(text) ? 'A text for people' : undefined;
	}
}
