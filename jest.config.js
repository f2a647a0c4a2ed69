// Types are checked by `npm run lint` (tsc); here each file is only transpiled, which is several times faster.
const transform = { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.dev.json', diagnostics: false }] };

// `npm test -- integration --n8n <version>` runs the engine of another n8n, from where that n8n is installed.
const { N8N_CORE_FOLDER } = process.env;
// Jest runs CommonJS. n8n-core 2.0 brings these ES modules, which Node itself would load as they are.
const ES_MODULES = '(p-retry|is-network-error)';
const engine = N8N_CORE_FOLDER
	? {
			moduleNameMapper: {
				'^(n8n-core|n8n-workflow|@n8n/di|reflect-metadata)(/.*)?$': `${N8N_CORE_FOLDER}/node_modules/$1$2`,
			},
			transform: {
				...transform,
				[`/${ES_MODULES}/.+\\.js$`]: [
					'ts-jest',
					{ tsconfig: { allowJs: true, module: 'commonjs' }, diagnostics: false },
				],
			},
			transformIgnorePatterns: [`/node_modules/(?!(.*/)?${ES_MODULES}/)`],
		}
	: {};

const project = (name, more = {}) => ({
	displayName: name,
	testEnvironment: 'node',
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	modulePathIgnorePatterns: ['<rootDir>/dist/'],
	transform,
	setupFilesAfterEnv: ['<rootDir>/test/timeout.ts'],
	...more,
});

// Starting a real n8n takes half a minute, so all end-to-end tests share one.
const sharedN8n = {
	globalSetup: '<rootDir>/test/e2e/support/globalSetup.ts',
	globalTeardown: '<rootDir>/test/e2e/support/globalTeardown.ts',
	setupFilesAfterEnv: ['<rootDir>/test/e2e/support/timeout.ts'],
};

/** @type {import('jest').Config} */
module.exports = {
	projects: [project('unit'), project('clients'), project('integration', engine), project('e2e', sharedN8n)],
};
