/// <reference types="jest" />

// @types/jest gives its asymmetric matchers the type `any`, which would switch off the checks of everything around them.
declare namespace jest {
	interface Expect {
		any(constructor: unknown): unknown;
		anything(): unknown;
		arrayContaining(array: readonly unknown[]): unknown;
		closeTo(number: number, precision?: number): unknown;
		objectContaining(object: object): unknown;
		stringContaining(text: string): unknown;
		stringMatching(pattern: string | RegExp): unknown;
	}
}
