import type { Explanation } from './explanation';

export const normaliseExplanations: readonly Explanation[] = [
	{
		file: 'trigger/normalise/ids.ts',
		original: 'id === null',
		why: 'For TypeScript only: the text "null" is no composed ID.',
	},
	{
		file: 'trigger/normalise/records/baileysContent.ts',
		original: "''",
		why: 'No difference: neither text has a name or a number of a vCard.',
	},
	{
		file: 'trigger/normalise/records/flatMessage.ts',
		original: 'caption !== null',
		why: 'For TypeScript only: the text "null" is no name of a file.',
	},
	{
		file: 'trigger/normalise/records/flatMessage.ts',
		original: "''",
		why: 'No difference: neither text has coordinates.',
	},
	{
		file: 'trigger/normalise/shapes/cloudEvent.ts',
		original: '[]',
		why: 'No difference: nobody sends a field with the name that the list then has.',
	},
	{
		file: 'trigger/normalise/eventNames.ts',
		why: 'How well a name is known is for whoever reads the table.',
	},
];
