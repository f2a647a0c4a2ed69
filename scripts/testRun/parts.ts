/** Parts of the test suite: folders under test/, projects in jest.config.js. */
export const PARTS = ['unit', 'clients', 'integration', 'e2e'] as const;

export type Part = (typeof PARTS)[number];
