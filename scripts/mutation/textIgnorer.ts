/** A type in Babel's syntax tree, such as `INodeProperties` or `INodeProperties['options']`. */
interface TypeNode {
	type: string;
	typeName?: { name?: string };
	objectType?: TypeNode;
}

/** The part of Babel's syntax tree that is read. */
interface SyntaxPath {
	node: {
		type: string;
		value?: unknown;
		quasis?: Array<{ value: { raw: string } }>;
		id?: { typeAnnotation?: { typeAnnotation?: TypeNode } | null } | null;
	};
	isStringLiteral(): boolean;
	isTemplateLiteral(): boolean;
}

/** Two words with a space between them. */
const SENTENCE = /[\p{L}.,:;"'’…)]\s+[\p{L}"'“(]/u;

const isFieldType = (type: TypeNode | undefined): boolean =>
	type !== undefined && (type.typeName?.name === 'INodeProperties' || isFieldType(type.objectType));

/** Whether a node declares a field of the panel, or a part of one. */
const declaresField = ({ type, id }: SyntaxPath['node']): boolean =>
	type === 'VariableDeclarator' && isFieldType(id?.typeAnnotation?.typeAnnotation);

/**
 * Leaves fields of the panel as they are, because they are data for the editor; its tests compare what it shows. Leaves
 * texts that people read as they are, too. A mutant of a sentence is the empty text; a test that kills it repeats the
 * sentence, which checks nothing but that nobody improved it. What a text must say and must not say has tests of its own.
 */
export class TextIgnorer {
	shouldIgnore(path: SyntaxPath): string | undefined {
		const { node } = path;
		if (declaresField(node)) return 'A field of the panel';
		const text = path.isStringLiteral()
			? String(node.value)
			: path.isTemplateLiteral()
				? (node.quasis ?? []).map(({ value }) => value.raw).join(' x ')
				: '';
		return SENTENCE.test(text) ? 'A text for people' : undefined;
	}
}
