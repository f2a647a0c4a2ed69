/** What an n8n before a version can't do with this package, and what the package does instead. */
export interface Limit {
	/** The first n8n that has it. */
	since: string;
	/** One or two sentences for docs/compatibility.md. */
	text: string;
}

export const LIMITS: readonly Limit[] = [
	{
		since: '2.8',
		text: 'AI agents: the form of the node that asks a person on WhatsApp before another tool runs is missing (n8n 2.0 lacks it, 2.8 has it).',
	},
	{
		since: '2.6',
		text: 'Binary files: n8n gives their size as rounded text, so a file a little above a limit of WhatsApp is not refused before it is sent.',
	},
	{
		since: '2.0',
		text: 'Binary files: n8n keeps them in memory, where WhatsLoop can’t fetch them. Set `N8N_DEFAULT_BINARY_DATA_MODE=filesystem`; without it the node sends nothing and says so.',
	},
	{
		since: '1.123',
		text: 'AI agents run their tools themselves (n8n 1.113 has no agent of version 3). The node recognises that: a failure is told to the model, and nothing goes out twice by Retry On Fail.',
	},
	{
		since: '1.119',
		text: 'AI agents that run their tools themselves: no hint about time spent waiting for the rate limit.',
	},
];
