import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const shipped = ['nodes/**/*.ts', 'credentials/**/*.ts'];

/** The strict set: what n8n Cloud demands of a verified package. */
const communityNodes = n8nCommunityNodesPlugin.configs.recommended;

/** Rules of the older plugin that its newer sibling contradicts (the command line tool of n8n turns the same ones off). */
const CONTRADICTED = [
	'node-class-description-inputs-wrong-regular-node',
	'node-class-description-outputs-wrong',
	'node-param-type-options-max-value-present',
	'cred-class-field-documentation-url-miscased',
	'cred-class-field-type-options-password-missing',
];
const nodesBase = (set) => ({
	...n8nNodesBase.configs[set].rules,
	...Object.fromEntries(
		CONTRADICTED.map((rule) => `n8n-nodes-base/${rule}`)
			.filter((rule) => rule in n8nNodesBase.configs[set].rules)
			.map((rule) => [rule, 'off']),
	),
});

export default defineConfig(
	globalIgnores(['dist', 'coverage', 'node_modules']),
	{ plugins: { 'n8n-nodes-base': n8nNodesBase } },
	{
		files: shipped,
		extends: [js.configs.recommended, tseslint.configs.recommended, communityNodes],
		rules: {
			'no-console': 'error',
			// n8n's own rule lets every devDependency through; at run time there is n8n-workflow and nothing else.
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						{
							regex: '^(?!\\.{1,2}(/|$)|n8n-workflow$|node:crypto$)',
							message: 'Shipped code imports n8n-workflow and its own files only.',
						},
					],
				},
			],
		},
	},
	{ files: ['nodes/**/*.ts'], rules: nodesBase('nodes') },
	{ files: ['credentials/**/*.ts'], rules: nodesBase('credentials') },
	{
		files: ['package.json'],
		extends: [communityNodes],
		rules: nodesBase('community'),
		languageOptions: { parser: tseslint.parser, parserOptions: { extraFileExtensions: ['.json'] } },
	},
	{
		files: ['sandbox/**/*.ts', 'scripts/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'],
		extends: [js.configs.recommended, tseslint.configs.recommended],
	},
	{
		files: ['*.js'],
		extends: [js.configs.recommended],
		languageOptions: {
			sourceType: 'commonjs',
			globals: { module: 'writable', require: 'readonly', exports: 'writable', process: 'readonly' },
		},
	},
);
