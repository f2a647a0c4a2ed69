import { TextIgnorer } from '../../../../scripts/mutation/textIgnorer';

const literal = (value: string) => ({
	node: { type: 'StringLiteral', value },
	isStringLiteral: () => true,
	isTemplateLiteral: () => false,
});

test.each(['Nothing was sent.', 'Choose the Media Type', 'لا يوجد رقم'])('%j is a text for people', (text) => {
	expect(new TextIgnorer().shouldIgnore(literal(text))).toBe('A text for people');
});

test.each(['send/image', 'c.us', 'messageId', 'image/png', ' ', ''])('%j is no text for people', (text) => {
	expect(new TextIgnorer().shouldIgnore(literal(text))).toBeUndefined();
});

test('code is no text', () => {
	const path = { node: { type: 'IfStatement' }, isStringLiteral: () => false, isTemplateLiteral: () => false };
	expect(new TextIgnorer().shouldIgnore(path)).toBeUndefined();
});

const declaration = (type: object) => ({
	node: {
		type: 'VariableDeclarator',
		id: { typeAnnotation: { typeAnnotation: { type: 'TSTypeReference', ...type } } },
	},
	isStringLiteral: () => false,
	isTemplateLiteral: () => false,
});

test.each([
	{ typeName: { name: 'INodeProperties' } },
	{ type: 'TSIndexedAccessType', objectType: { type: 'TSTypeReference', typeName: { name: 'INodeProperties' } } },
])('a declaration of the type %j is a field of the panel', (type) => {
	expect(new TextIgnorer().shouldIgnore(declaration(type))).toBe('A field of the panel');
});

test('a declaration of another type is code', () => {
	expect(new TextIgnorer().shouldIgnore(declaration({ typeName: { name: 'Filters' } }))).toBeUndefined();
});
