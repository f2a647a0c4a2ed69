/** A folder below `nodes/WhatsLoop` that is mutated, with the tests that are run for its mutants. */
export interface MutatedFolder {
	/** Globs below `nodes/WhatsLoop`. */
	mutate: string[];
	/** Folders and files below `test`. Cheap ones first: a mutant needs no more tests once one has failed. */
	tests: string[];
}

/** Whole runs of the node in n8n's engine, against a server with scripted answers, in virtual time. */
const RUNS = [
	'integration/execution/rerun.test.ts',
	'integration/execution/items.test.ts',
	'integration/transport/retryAfter.test.ts',
	'integration/transport/delivery.test.ts',
	'integration/transport/cancel.test.ts',
	'integration/transport/secrets.test.ts',
];

const REQUESTS = ['unit/contracts', 'unit/actions/requests.test.ts'];

/** Stryker runs one folder at a time, so that a change in one costs no run of the others. */
export const MUTATED_FOLDERS: Record<string, MutatedFolder> = {
	transport: {
		mutate: ['transport/*.ts'],
		tests: ['unit/transport', ...RUNS, 'integration/transport/credentialTest.test.ts'],
	},
	execution: { mutate: ['execution/**/*.ts'], tests: ['unit/execution', ...RUNS] },
	contracts: {
		mutate: ['contracts/**/*.ts'],
		tests: [...REQUESTS, 'integration/execution/items.test.ts', 'integration/actions/operations.test.ts'],
	},
	trigger: {
		// properties.ts is what the editor shows
		mutate: ['trigger/**/*.ts', '!trigger/properties.ts'],
		tests: ['unit/trigger', 'integration/trigger/receiving.test.ts', 'integration/trigger/activation.test.ts'],
	},
	input: {
		// the entries of the countries are data, compared with libphonenumber's by a test
		mutate: ['input/**/*.ts', '!input/countryEntries.ts'],
		tests: ['unit/input', 'unit/fields', ...REQUESTS, 'integration/input/parameters.test.ts'],
	},
	rateLimit: {
		mutate: ['transport/rateLimit/*.ts'],
		tests: [
			'unit/transport/rateLimit',
			'integration/transport/retryAfter.test.ts',
			'integration/transport/delivery.test.ts',
		],
	},
};
