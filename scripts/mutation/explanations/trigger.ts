import type { Explanation } from './explanation';

export const triggerExplanations: readonly Explanation[] = [
	{
		file: 'trigger/activate.ts',
		original: "secret !== ''",
		why: 'No difference: where a secret is there, none is missing.',
	},
	{
		file: 'trigger/activate.ts',
		original: "''",
		why: 'No difference: n8n knows the address, and any recipient will do for the check.',
	},
	{
		file: 'trigger/activate.ts',
		original: '[]',
		why: 'No difference: the request has no private texts.',
	},
	{
		file: 'trigger/body.ts',
		original: 'read?.call',
		why: 'No difference: to call what is not there throws an error, which is caught.',
	},
	{
		file: 'trigger/body.ts',
		original: "'utf-8'",
		why: 'No difference: UTF-8 is taken for a charset that does not exist, too.',
	},
	{
		file: 'trigger/boundedJson.ts',
		original: 'quote !== -1',
		why: 'No difference: there is no backslash before the start of a text.',
	},
	{
		file: 'trigger/boundedJson.ts',
		original: '-1',
		why: 'No difference: a quote as the second character of a value is never escaped.',
	},
	{
		file: 'trigger/boundedJson.ts',
		original: 'index < text.length',
		why: 'No difference: there is no character after the last one.',
	},
	{
		file: 'trigger/boundedJson.ts',
		original: '{ return undefined; }',
		why: 'No difference: a function that just ends returns undefined.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: 'value.length <= MAX_HASHED_CHARACTERS',
		why: 'No difference: both halves together are the whole text.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: '(message?.mediaUrl ?? null) !== null',
		why: 'No difference: yes and no only trade places.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: '[]',
		why: 'No difference: no event has that key.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original:
			'outdated.map((status) => keyOf({ ...event, ack: { level: 0, status } })).filter((key) => key !== undefined)',
		why: 'For TypeScript only: an event that has a key has one for every status.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: 'key !== undefined',
		why: 'For TypeScript only: an event that has a key has one for every status.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: "''",
		why: 'No difference: no static data is that text.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: "'recentEvents'",
		why: 'Any name will do.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: 'this.latest.length > 2 * MAX_KEYS_IN_STATIC_DATA',
		why: 'It bounds the memory. What is stored are the same newest keys.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: '2 * MAX_KEYS_IN_STATIC_DATA',
		why: 'It bounds the memory. What is stored are the same newest keys.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: 'this.latest.slice(-MAX_KEYS_IN_STATIC_DATA)',
		why: 'It bounds the memory. What is stored are the same newest keys.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: '-MAX_KEYS_IN_STATIC_DATA',
		why: 'It bounds the memory. What is stored are the same newest keys.',
	},
	{
		file: 'trigger/deduplicate.ts',
		original: 'this.deliveries > WRITES_EACH_SECOND',
		why: 'No difference: the twentieth is also one of every ten.',
	},
	{
		file: 'trigger/fields/chats.ts',
		original: '{ return false; }',
		why: 'No difference: undefined counts as false.',
	},
	{
		file: 'trigger/fields/options.ts',
		original: 'hours > 0',
		why: 'No difference: zero was handled before.',
	},
	{
		file: 'trigger/filter.ts',
		original: "''",
		why: 'No difference: nobody chooses a type or a status of that name.',
	},
	{
		file: 'trigger/form.ts',
		original: 'count <= MAX_FIELDS',
		why: 'It only saves work: the rest need not be counted.',
	},
	{
		file: 'trigger/form.ts',
		original: 'value !== null',
		why: 'For TypeScript only: JSON that begins with a bracket is not null.',
	},
	{
		file: 'trigger/media.ts',
		original: "''",
		why: 'No difference: no type has that name, and every text has a last part.',
	},
	{
		file: 'trigger/media.ts',
		original: 'start < withMedia.length',
		why: 'No difference: the last part is then empty.',
	},
	{
		file: 'trigger/receive.ts',
		original: "''",
		why: 'No difference: neither text is the content type of a form.',
	},
	{
		file: 'trigger/receive.ts',
		original: '!response.headersSent',
		why: 'Nothing answers twice today. n8n may have answered already when a client is gone.',
	},
	{
		file: 'trigger/receive.ts',
		original: '{ node: context.getNode().name, workflowId: context.getWorkflow().id }',
		why: "Two fields beside the line in n8n's log. The tests look at the line.",
	},
];
