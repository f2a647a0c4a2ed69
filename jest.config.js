// Types are checked by `npm run lint` (tsc); here each file is only transpiled, which is several times faster.
const transform = { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.dev.json', isolatedModules: true, diagnostics: false }] };

const project = (name) => ({
	displayName: name,
	testEnvironment: 'node',
	testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
	modulePathIgnorePatterns: ['<rootDir>/dist/'],
	transform,
});

/** @type {import('jest').Config} */
module.exports = {
	projects: ['unit', 'integration', 'e2e'].map(project),
};
