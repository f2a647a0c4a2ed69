import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode, INodeParameters, INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { resources } from '../../nodes/WhatsLoop/actions';
import { WhatsLoop } from '../../nodes/WhatsLoop/WhatsLoop.node.js';
import { WhatsLoopTrigger } from '../../nodes/WhatsLoop/WhatsLoopTrigger.node.js';
import { version } from '../../package.json';
import { phone } from '../integration/support/harness';
import { parametersOf, REQUESTS, titleOf } from '../requests';
import { resolveParameters } from './resolve';

/**
 * Writes down how this version of the package stores workflows: `npx tsx test/compatibility/store.ts`, once for a release.
 * A stored version is never written again.
 */
const FOLDER = join(__dirname, `stored-${version}`);

const whatsLoop = new WhatsLoop().description;
const trigger = new WhatsLoopTrigger().description;

/** A value that a user might fill in, by the type of the field. */
function sampleOf({ name, type, default: fallback, options = [] }: INodeProperties): unknown {
	if (name === 'group') return { __rl: true, mode: 'id', value: '120363041234567890@g.us' };
	if (type === 'resourceLocator') return { __rl: true, mode: 'phone', value: '+966 50 123 4567' };
	if (type === 'options') return options.map((option) => ('value' in option ? option.value : undefined)).at(-1);
	if (type === 'number') return 7;
	if (type === 'boolean') return !fallback;
	if (type === 'string') return /participants|phone/i.test(name) ? '966507654321' : 'BAE5AA';
	return fallback;
}

/** An operation with a value in each field that the panel shows from the start. */
function filledIn(resource: string, operation: string): INodeParameters {
	const fields = resources
		.find(({ value }) => value === resource)!
		.operations.find(({ value }) => value === operation)!.fields;
	return Object.fromEntries([
		['resource', resource],
		['operation', operation],
		...fields.map((field) => [field.name, sampleOf(field)]),
	]) as INodeParameters;
}

const message = (operation: string, parameters: INodeParameters): INodeParameters => ({
	resource: 'message',
	operation,
	recipient: phone('966501234567'),
	...parameters,
});

/** The options of a node, each of which can be stored. */
const WITH_OPTIONS: Array<[name: string, parameters: INodeParameters]> = [
	[
		'a text with everything in its options',
		message('sendText', {
			text: '={{ $json.text }}',
			options: { simplify: false, defaultCountryCode: '966', replyToMessageId: 'BAE5AA', additionalFields: '{"a": 1}' },
			delivery: { maxRetries: 5, maxRetryAfter: 60, requestTimeout: 20, concurrency: 1, retryUncertain: true },
		}),
	],
	['a text to a chat chosen from the list', { recipient: { ...phone('966501234567'), mode: 'list' }, text: 'Hi' }],
	[
		'a question with two answers',
		message('sendAndWait', { text: 'Shall we come?', responseType: 'approval', approvalOptions: {} }),
	],
];

const TRIGGERS: Array<[name: string, typeVersion: number, parameters: INodeParameters]> = [
	['messages, as a new trigger is', 1, {}],
	['messages, as a new trigger is now', 1.1, {}],
	['everything', 1.1, { events: ['message', 'ack', 'chat', 'contact', 'group', 'connection', 'other'] }],
	['by URL token', 1.1, { verification: 'token', urlToken: 'a-long-random-text' }],
	[
		'with options',
		1.1,
		{
			events: ['message', 'ack'],
			verification: 'none',
			options: { chats: '966501234567', ignoreGroups: true, ignoreOwn: false, includeRaw: false, maxBodySize: 1 },
		},
	],
];

const stored = (
	name: string,
	type: string,
	typeVersion: number,
	parameters: INodeParameters,
	description: INodeTypeDescription,
	row: number,
): INode => ({
	id: `stored-${type}-${row}`,
	name,
	type: `n8n-nodes-whatsloop.${type}`,
	typeVersion,
	position: [240, row * 160],
	// The editor leaves out what is at its default.
	parameters: resolveParameters(description, { typeVersion, parameters }, { withDefaults: false }),
	credentials: { whatsLoopApi: { id: '1', name: 'WhatsLoop' } },
});

function write(): void {
	const cases = [
		...REQUESTS.map((row) => [titleOf(row), parametersOf(row)] as const),
		...resources.flatMap(({ value: resource, operations }) =>
			operations.map(({ value }) => [`${resource}.${value}`, filledIn(resource, value)] as const),
		),
		...WITH_OPTIONS,
	];
	const nodes = [
		...cases.map(([name, parameters], row) => stored(name, 'whatsLoop', 1, parameters, whatsLoop, row)),
		...TRIGGERS.map(([name, typeVersion, parameters], row) =>
			stored(`Trigger: ${name}`, 'whatsLoopTrigger', typeVersion, parameters, trigger, row),
		),
	];
	const meanings = nodes.map(({ name, type, typeVersion, parameters }) => {
		const description = type.endsWith('Trigger') ? trigger : whatsLoop;
		const { howTo, ...meaning } = resolveParameters(description, { typeVersion, parameters }, { withDefaults: true });
		// A notice is only a text, without a value.
		void howTo;
		return [name, meaning];
	});
	mkdirSync(FOLDER);
	const save = (file: string, content: unknown) =>
		writeFileSync(join(FOLDER, file), `${JSON.stringify(content, null, '\t')}\n`);
	save('workflow.json', { name: `Stored by ${version}`, nodes, connections: {}, settings: { executionOrder: 'v1' } });
	save('meanings.json', Object.fromEntries(meanings));
}

write();
