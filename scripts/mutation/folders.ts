/** A folder below `nodes/WhatsLoop` that is mutated, with the tests that are run for its mutants. */
export interface MutatedFolder {
	/** Globs below `nodes/WhatsLoop`. */
	mutate: string[];
	/**
	 * Folders below `test/unit` and `test/integration`, which mirror the source. The folder's own tests come first: a mutant
	 * needs no more tests once one has failed.
	 */
	tests: string[];
}

/** Stryker runs one folder at a time, so that a change in one costs no run of the others. */
export const MUTATED_FOLDERS: Record<string, MutatedFolder> = {
	transport: { mutate: ['transport/*.ts'], tests: ['transport'] },
	execution: { mutate: ['execution/**/*.ts'], tests: ['execution'] },
	contracts: { mutate: ['contracts/**/*.ts'], tests: ['contracts', 'actions', 'execution'] },
	// properties.ts is what the editor shows
	trigger: {
		mutate: ['trigger/**/*.ts', '!trigger/properties.ts', '!trigger/normalise/**/*.ts'],
		tests: ['trigger'],
	},
	normalise: { mutate: ['trigger/normalise/**/*.ts'], tests: ['trigger/normalise', 'trigger'] },
	// the entries of the countries are data, compared with libphonenumber's by a test
	input: { mutate: ['input/**/*.ts', '!input/countryEntries.ts'], tests: ['input', 'fields', 'contracts', 'actions'] },
	rateLimit: { mutate: ['transport/rateLimit/*.ts'], tests: ['transport/rateLimit'] },
};

/** These measure time or run for many seconds: too slow for thousands of mutants, and the others go through the same code. */
export const SLOW_TESTS = [
	'integration/transport/deadline.test.ts',
	'integration/transport/faultMatrix.test.ts',
	'integration/trigger/bodyCost.test.ts',
	...['oracle', 'severalProcesses', 'simulation', 'simulationProperties'].map(
		(name) => `unit/transport/rateLimit/${name}.test.ts`,
	),
];
