// Types are checked by `npm run lint` (tsc); here each file is only transpiled, which is several times faster.
const transform = { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.dev.json', diagnostics: false }] };

const project = (name, more = {}) => ({
	displayName: name,
	testEnvironment: 'node',
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	modulePathIgnorePatterns: ['<rootDir>/dist/'],
	transform,
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
	projects: [project('unit'), project('integration'), project('e2e', sharedN8n)],
};
