// Stryker loads plugins as JavaScript and starts its workers without tsx, so it is switched on here: for the files of the
// plugin, and for the tests and the mutated code that the runner loads.
require('tsx/cjs/api').register();
const { MutationTestRunner } = require('./testRunner.ts');
const { SurvivorReporter } = require('./survivorReporter.ts');
const { TextIgnorer } = require('./textIgnorer.ts');

const createTestRunner = (options) => new MutationTestRunner(options);
createTestRunner.inject = ['options'];

exports.strykerPlugins = [
	{ kind: 'TestRunner', name: 'circus', factory: createTestRunner },
	{ kind: 'Reporter', name: 'survivors', injectableClass: SurvivorReporter },
	{ kind: 'Ignore', name: 'texts', injectableClass: TextIgnorer },
];

exports.strykerValidationSchema = {
	type: 'object',
	properties: {
		circus: {
			type: 'object',
			required: ['testFiles', 'ownTestFiles'],
			additionalProperties: false,
			properties: {
				testFiles: { type: 'array', items: { type: 'string' } },
				ownTestFiles: { type: 'array', items: { type: 'string' } },
			},
		},
	},
};
