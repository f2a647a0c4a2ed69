import js from '@eslint/js';
import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesBase from 'eslint-plugin-n8n-nodes-base';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const shipped = ['nodes/**/*.ts', 'credentials/**/*.ts'];

const typed = [
	js.configs.recommended,
	tseslint.configs.recommendedTypeChecked,
	tseslint.configs.stylisticTypeChecked,
	// `string[]` for simple elements, `Array<{ … }>` where brackets would stand far from their type
	{ rules: { '@typescript-eslint/array-type': ['error', { default: 'array-simple' }] } },
];

/** Types are read from the tsconfig that covers every folder. */
const withTypes = { parserOptions: { project: './tsconfig.dev.json', tsconfigRootDir: import.meta.dirname } };

/**
 * The layers of `nodes/WhatsLoop`, from the top down. A file imports from its own layer and from the ones below it.
 * Folders in one line are one layer.
 */
const LAYERS = [
	['execution', 'trigger'],
	['actions'],
	['sendAndWait', 'paging', 'listSearch', 'fields'],
	['transport', 'output'],
	['contracts'],
	['input'],
];

/** n8n's own rule lets every devDependency through; at run time there is n8n-workflow and nothing else. */
const OWN_FILES_ONLY = {
	regex: '^(?!\\.{1,2}(/|$)|n8n-workflow$|node:crypto$)',
	message: 'Shipped code imports n8n-workflow and its own files only.',
};

const ONE_CONTRACT_ONLY = {
	regex: '/contracts/(?!(index|availability|contract|buildRequest|judgeAnswer|limits|privateTexts|readPath)$)',
	message: 'Nothing outside contracts/ may know one contract: import from contracts/index.',
};

/** The layers of the sandbox, from the top down, read like the ones above. */
const SANDBOX_LAYERS = [
	['server'],
	['phone'],
	['control'],
	['context'],
	['webhooks'],
	['faults'],
	['contracts'],
	['media', 'rateLimit'],
	['state'],
];

/**
 * One lint rule for each folder: it must not import from a layer above its own.
 *
 * @param root the folder that holds the layers
 * @param layers from the top down
 * @param top files of the root, which are above all layers
 * @param patternsOf what a folder must not import besides
 */
const layerRules = ({ root, layers, top, patternsOf = () => [] }) =>
	layers.flatMap((folders, layer) =>
		folders.map((folder) => {
			const above = [...layers.slice(0, layer).flat(), ...top];
			const upwards = {
				regex: `\\.\\./(${above.join('|')})(/|$)`,
				message: `${root}/${folder}/ is a layer below: imports run downwards only.`,
			};
			return {
				files: [`${root}/${folder}/**/*.ts`],
				rules: { 'no-restricted-imports': ['error', { patterns: [upwards, ...patternsOf(folder)] }] },
			};
		}),
	);

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
	globalIgnores([
		'dist',
		'coverage',
		'node_modules',
		// code of n8n's Code nodes, which returns outside of a function
		'scripts/selfCheck/nodes/',
	]),
	{ plugins: { 'n8n-nodes-base': n8nNodesBase } },
	{
		files: shipped,
		extends: [...typed, communityNodes],
		languageOptions: withTypes,
		rules: {
			'no-console': 'error',
			'no-restricted-imports': ['error', { patterns: [OWN_FILES_ONLY, ONE_CONTRACT_ONLY] }],
		},
	},
	...layerRules({
		root: 'nodes/WhatsLoop',
		layers: LAYERS,
		top: ['WhatsLoop\\.node', 'WhatsLoopTrigger\\.node'],
		patternsOf: (folder) => [OWN_FILES_ONLY, ...(folder === 'contracts' ? [] : [ONE_CONTRACT_ONLY])],
	}),
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
		extends: typed,
		languageOptions: withTypes,
	},
	...layerRules({ root: 'sandbox', layers: SANDBOX_LAYERS, top: ['index', 'main'] }),
	{
		files: ['test/**/*.ts'],
		rules: {
			'no-restricted-globals': ['error', { name: 'it', message: 'Tests are called `test`.' }],
			// A stand-in is async where the original is: what it throws is then a rejection, too.
			'@typescript-eslint/require-await': 'off',
		},
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
