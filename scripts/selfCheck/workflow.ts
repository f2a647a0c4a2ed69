import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import { contracts } from '../../nodes/WhatsLoop/contracts';
import type { WorkflowDraft } from '../n8n/clientTypes';
import { NEW_REPORT_URL } from './repository';
import { selfCheckRequests, STEPS } from './requests';

const NAME = 'Self-Check of the WhatsLoop API';
const STEP_WIDTH = 220;
const ROW_HEIGHT = 220;

/** Three rows fit on a screen, so that names can be read without zooming in. */
const STEPS_PER_ROW = 6;

/** UUIDs that stay the same from run to run. */
const idOf = (name: string) =>
	createHash('sha256')
		.update(`${NAME}/${name}`)
		.digest('hex')
		.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-5$3-a$4-$5');

/** The text of a Code node, from its file, with data put in where `__NAME__` stands. */
function codeOf(file: string, data: Record<string, unknown>): string {
	const text = readFileSync(join(__dirname, 'nodes', file), 'utf8').trim();
	return Object.entries(data).reduce(
		(code, [name, value]) => code.replaceAll(`__${name}__`, () => JSON.stringify(value)),
		text,
	);
}

const code = (file: string, data: Record<string, unknown> = {}): INodeParameters => ({ jsCode: codeOf(file, data) });

const assignment = (name: string, type: string, value: string | number) => ({ id: idOf(name), name, type, value });

const yourNumber: INodeParameters = {
	assignments: {
		assignments: [
			assignment('number', 'string', ''),
			assignment('baseUrl', 'string', ''),
			assignment('secondsBetween', 'number', 1.1),
		],
	},
	options: {},
};

/** Any status is an answer, and no answer stops the rest. */
const ask = (hasBody: boolean): INodeParameters => ({
	method: '={{ $json.method }}',
	url: '={{ $json.url }}',
	authentication: 'predefinedCredentialType',
	nodeCredentialType: 'whatsLoopApi',
	...(hasBody && { sendBody: true, specifyBody: 'json', jsonBody: '={{ $json.bodyText }}' }),
	options: {
		batching: {
			batch: { batchSize: 1, batchInterval: '={{ $("Your Number").first().json.secondsBetween * 1000 }}' },
		},
		response: {
			response: { fullResponse: true, neverError: true, responseFormat: 'text', outputPropertyName: 'data' },
		},
		timeout: 60000,
	},
});

const note = `## ${NAME}
Tells in five minutes which requests of this package WhatsLoop really answers. It reads, writes to **your own number**, and changes only what it puts back: your chat with yourself ends read, unpinned, unarchived and unmuted. Nobody else gets anything.

**To change:**
1. Choose your WhatsLoop credential in *Which API* and in *Ask 1* to *Ask 5*.
2. In *Your Number* fill in your own number with country code. Fill in \`baseUrl\` only if your credential has one.
3. Press *Execute workflow*. The report is in *HTML Report* and *Markdown Report*: names of fields, never a value, number, text or token. Its last line opens an issue with it filled in. Please send it.`;

/**
 * Only the package's own node knows the API Version of the credential. An API that lacks this read says so before it
 * sends anything, and names itself.
 */
export const API_READ = { resource: 'instance', operation: 'getStatus' };

interface Step {
	name: string;
	type: string;
	typeVersion: number;
	parameters: INodeParameters;
	more?: Partial<INode>;
}

const OWN_CREDENTIAL = { whatsLoopApi: { id: '1', name: 'WhatsLoop' } };

const chain: Step[] = [
	{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
	{ name: 'Your Number', type: 'n8n-nodes-base.set', typeVersion: 3.4, parameters: yourNumber },
	{
		name: 'Which API',
		type: 'n8n-nodes-whatsloop.whatsLoop',
		typeVersion: 1,
		parameters: { ...API_READ },
		more: { credentials: OWN_CREDENTIAL, onError: 'continueRegularOutput' },
	},
	{
		name: 'All Requests',
		type: 'n8n-nodes-base.code',
		typeVersion: 2,
		parameters: code('allRequests.js', {
			REQUESTS: selfCheckRequests(),
			APIS: contracts.map(({ id, name, defaultBaseUrl }) => ({ id, name, baseUrl: defaultBaseUrl })),
		}),
	},
	...STEPS.flatMap(({ step, hasBody }): Step[] => [
		{
			name: `Requests ${step}`,
			type: 'n8n-nodes-base.code',
			typeVersion: 2,
			parameters: code('nextRequests.js', { STEP: step, HAS_BODY: hasBody }),
		},
		{
			name: `Ask ${step}`,
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: ask(hasBody),
			more: {
				credentials: OWN_CREDENTIAL,
				onError: 'continueRegularOutput',
			},
		},
	]),
	{
		name: 'Report',
		type: 'n8n-nodes-base.code',
		typeVersion: 2,
		parameters: code('report.js', { NEW_REPORT_URL, STEPS: STEPS.map(({ step }) => step) }),
	},
	{
		name: 'HTML Report',
		type: 'n8n-nodes-base.html',
		typeVersion: 1.2,
		parameters: { operation: 'generateHtmlTemplate', html: '={{ $json.html }}' },
	},
	{
		name: 'Markdown Report',
		type: 'n8n-nodes-base.convertToFile',
		typeVersion: 1.1,
		parameters: {
			operation: 'toText',
			sourceProperty: 'markdown',
			options: { fileName: 'self-check.md' },
		},
	},
];

const REPORTS = ['HTML Report', 'Markdown Report'];

const positionOf = (index: number): [number, number] => [
	(index % STEPS_PER_ROW) * STEP_WIDTH,
	Math.floor(index / STEPS_PER_ROW) * ROW_HEIGHT,
];

const toNodes = (steps: readonly Step[]): INode[] =>
	steps.map(({ name, type, typeVersion, parameters, more }, index) => ({
		id: idOf(name),
		name,
		type,
		typeVersion,
		// below the other report, because both come from the step before it
		position: name === 'Markdown Report' ? positionOf(index - 1 + STEPS_PER_ROW) : positionOf(index),
		parameters,
		...more,
	}));

const connectionsOf = (steps: readonly Step[]): IConnections => {
	const line = steps.map(({ name }) => name).filter((name) => !REPORTS.includes(name));
	const to = (node: string) => ({ node, type: 'main' as const, index: 0 });
	const targets = line.map((name, index): [string, string[]] => [
		name,
		index === line.length - 1 ? REPORTS : [line[index + 1]],
	]);
	return Object.fromEntries(targets.map(([name, next]) => [name, { main: [next.map(to)] }]));
};

const stickyNote: INode = {
	id: idOf('note'),
	name: 'Sticky Note',
	type: 'n8n-nodes-base.stickyNote',
	typeVersion: 1,
	position: [-20, -330],
	parameters: { width: 900, height: 290, content: note },
};

/** The example `self-check.json`, made from the operations' data. */
export const selfCheckWorkflow = (): WorkflowDraft => ({
	name: NAME,
	nodes: [...toNodes(chain), stickyNote],
	connections: connectionsOf(chain),
	settings: { executionOrder: 'v1' },
});

export const SELF_CHECK_FILE = 'examples/self-check.json';

/** The text of the file. */
export const selfCheckFile = (): string => `${JSON.stringify(selfCheckWorkflow(), null, '\t')}\n`;
