/** Parts of the test suite: folders under test/, projects in jest.config.js. */
export const PARTS = ['unit', 'integration', 'e2e'] as const;

export type Part = (typeof PARTS)[number];

const isPart = (text: string): text is Part => (PARTS as readonly string[]).includes(text);

export interface TestArguments {
	parts: Part[];
	/** Handed on to jest as they are. */
	jestArguments: string[];
}

/** Reads `npm test -- unit e2e -t "some name"`: part names first, all parts where none is named, then jest's own. */
export function parseTestArguments(args: readonly string[]): TestArguments {
	const firstOther = args.findIndex((argument) => !isPart(argument));
	const count = firstOther === -1 ? args.length : firstOther;
	const named = args.slice(0, count).filter(isPart);
	return {
		parts: PARTS.filter((part) => named.length === 0 || named.includes(part)),
		jestArguments: args.slice(count),
	};
}
