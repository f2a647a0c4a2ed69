// Longer than 300 lines: the tools, the scripted model and the agents of all n8n versions belong to each test here.

import axios from 'axios';
import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import type { N8nClient } from '../../../scripts/n8n/client';
import type { CredentialReference } from '../../../scripts/n8n/clientTypes';
import { resources } from '../../../nodes/WhatsLoop/actions';
import type { Sandbox } from '../../../sandbox';
import { provideSandbox } from '../../support/provideSandbox';
import { readBranches } from '../support/branches';
import { createCredential } from '../support/credentials';
import { sharedN8n } from '../support/n8n';
import { MANUAL_TRIGGER_TYPE, node, WHATSLOOP_TYPE } from '../support/nodes';
import { startScriptedModel, type ScriptedModel, type Turn } from '../support/scriptedModel';
import { describeSince, hasN8n } from '../support/since';

const fromAi = (name: string, description: string, type = 'string') =>
	`={{ $fromAI('${name}', '${description}', '${type}') }}`;

const recipient = { __rl: true, mode: 'phone', value: fromAi('phone', 'Phone number with country code') };

const TOOLS: Record<string, INodeParameters> = {
	send_text: { resource: 'message', operation: 'sendText', recipient, text: fromAi('text', 'What to say') },
	send_location: {
		resource: 'message',
		operation: 'sendLocation',
		recipient,
		latitude: fromAi('latitude', 'Degrees north', 'number'),
		longitude: fromAi('longitude', 'Degrees east', 'number'),
	},
	send_media: {
		resource: 'message',
		operation: 'sendMedia',
		recipient,
		mediaUrl: fromAi('url', 'Address of the file'),
		caption: fromAi('caption', 'Text under the file'),
	},
	send_list: {
		resource: 'message',
		operation: 'sendList',
		recipient,
		text: fromAi('text', 'Question'),
		buttonText: fromAi('button', 'What the button says'),
		sections: {
			section: [
				{
					title: 'Today',
					rows: { row: [{ title: fromAi('first', 'First choice') }, { title: fromAi('second', 'Second choice') }] },
				},
			],
		},
	},
	mute_chat: { resource: 'chat', operation: 'mute', recipient, duration: fromAi('seconds', 'For how long', 'number') },
	get_messages: { resource: 'chat', operation: 'getMessages', recipient, limit: fromAi('limit', 'How many', 'number') },
	promote: {
		resource: 'group',
		operation: 'promote',
		group: { __rl: true, mode: 'id', value: fromAi('group', 'ID of the group') },
		participants: fromAi('participants', 'Phone numbers, separated by commas'),
	},
};

const PHONE = '966501234567';

/** Three rounds of the conversation: send, change, read. */
const SCRIPT: Turn[] = [
	{
		call: [
			{ tool: 'send_text', arguments: { phone: '+966 50 123 4567', text: 'مرحبا' } },
			{ tool: 'send_location', arguments: { phone: PHONE, latitude: 24.7136, longitude: 46.6753 } },
			{ tool: 'send_media', arguments: { phone: PHONE, url: 'http://127.0.0.1:1/a.pdf', caption: '' } },
			{
				tool: 'send_list',
				arguments: { phone: PHONE, text: 'When?', button: 'Times', first: '10:00', second: '11:00' },
			},
		],
	},
	{
		call: [
			{ tool: 'mute_chat', arguments: { phone: PHONE, seconds: 600 } },
			{ tool: 'promote', arguments: { group: '120363000000000001@g.us', participants: PHONE } },
		],
	},
	{ call: [{ tool: 'get_messages', arguments: { phone: PHONE, limit: 2 } }] },
	{ say: 'All done.' },
];

/** The first n8n here whose agents leave their tools to n8n (version 3). n8n 1.113 has no such agents. */
const AGENTS_LEAVE_TOOLS_SINCE = '1.123';
/** The first n8n here that offers the node for asking a person before a tool runs. n8n 2.0 does not. */
const ASKS_PEOPLE_SINCE = '2.8';

const AGENT_TYPE = '@n8n/n8n-nodes-langchain.agent';
const HITL_TYPE = `${WHATSLOOP_TYPE}HitlTool`;

interface AgentOptions {
	/** From version 3 on, the agent leaves its tools to n8n. Older versions run them by themselves. */
	typeVersion?: number;
	/** The node between a tool and the agent, by the tool's name. */
	through?: Record<string, string>;
}

/** Starts an agent with tools. Returns the execution's id. */
async function startAgent(
	client: N8nClient,
	tools: INode[],
	model: ScriptedModel,
	{ typeVersion = hasN8n(AGENTS_LEAVE_TOOLS_SINCE) ? 3 : 2.2, through = {} }: AgentOptions = {},
) {
	const openAi = await client.createCredential('Scripted model', 'openAiApi', { apiKey: 'none', url: model.baseUrl });
	const agent = node(
		'Agent',
		AGENT_TYPE,
		{ promptType: 'define', text: 'Do it', options: { enableStreaming: false } },
		{ typeVersion },
	);
	const chatModel = node(
		'Model',
		'@n8n/n8n-nodes-langchain.lmChatOpenAi',
		{ model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
		{ typeVersion: 1.2, credentials: { openAiApi: openAi } },
	);
	const connections: IConnections = {
		Manual: { main: [[{ node: 'Agent', type: 'main', index: 0 }]] },
		Model: { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] },
	};
	for (const { name } of tools)
		connections[name] = { ai_tool: [[{ node: through[name] ?? 'Agent', type: 'ai_tool', index: 0 }]] };
	const workflow = await client.createWorkflow({
		name: 'an agent with tools',
		nodes: [node('Manual', MANUAL_TRIGGER_TYPE), agent, chatModel, ...tools],
		connections,
	});
	return await client.runWorkflow(workflow, 'Manual');
}

describe('the node as a tool of an AI agent', () => {
	const n8n = sharedN8n();
	let sandbox: Sandbox;
	provideSandbox('kept', (started) => (sandbox = started));
	let credential: CredentialReference;

	beforeAll(async () => {
		credential = await createCredential(n8n.client, 'go', sandbox);
	});

	const tool = (name: string, parameters: INodeParameters): INode =>
		node(
			name,
			`${WHATSLOOP_TYPE}Tool`,
			{ descriptionType: 'auto', ...parameters },
			{ credentials: { whatsLoopApi: credential } },
		);

	test('does what a model asks for, with the arguments that the model fills in', async () => {
		const model = await startScriptedModel(SCRIPT);
		try {
			const tools = Object.entries(TOOLS).map(([name, parameters]) => tool(name, parameters));
			const execution = await n8n.client.waitForExecution(await startAgent(n8n.client, tools, model));
			expect(readBranches(execution).error).toBeUndefined();
			expect(readBranches(execution).json('Agent')).toEqual([{ output: 'All done.' }]);

			expect(sandbox.messages.map(({ kind }) => kind).sort()).toEqual(['document', 'list', 'location', 'text']);
			const text = sandbox.messages.find(({ kind }) => kind === 'text');
			expect(text).toMatchObject({ recipient: PHONE, content: { text: 'مرحبا' } });
			expect(sandbox.directory().chats[`${PHONE}@s.whatsapp.net`].mutedUntil).toBeGreaterThan(Date.now() / 1000);
			expect(sandbox.directory().groups[0].participants[1]).toMatchObject({ admin: 'admin' });

			const offered = Object.fromEntries(model.requests[0].tools.map((each) => [each.name, each]));
			expect(Object.keys(offered).sort()).toEqual(Object.keys(TOOLS).sort());
			expect(offered.mute_chat.description).toBe('Mute a chat in WhatsLoop');
			expect(offered.send_location.parameters.properties?.latitude).toMatchObject({
				type: 'number',
				description: 'Degrees north',
			});

			const results = model.requests.at(-1)?.messages.filter(({ role }) => role === 'tool') ?? [];
			expect(results).toHaveLength(7);
			// users pay for every word that a model reads, so the simplified outputs are short
			for (const { content } of results) expect(JSON.stringify(content).length).toBeLessThan(700);
		} finally {
			model.close();
		}
	});

	const offersNodeType = async (name: string, typeVersion?: number): Promise<boolean> =>
		(await n8n.client.nodeTypes()).some(
			(type) => type.name === name && (typeVersion === undefined || [type.version].flat().includes(typeVersion)),
		);

	describeSince(
		ASKS_PEOPLE_SINCE,
		'the form that reviews other tools',
		() => offersNodeType(HITL_TYPE),
		() => {
			test('asks a person on WhatsApp before another tool runs (n8n makes this form of the node from Send and Wait)', async () => {
				sandbox.reset();
				// n8n wraps the arguments of a tool that is reviewed
				const wrapped = { toolParameters: { phone: PHONE, text: 'paid' }, hitlParameters: {} };
				const model = await startScriptedModel([
					{ call: [{ tool: 'send_text', arguments: wrapped }] },
					{ say: 'Done.' },
				]);
				try {
					const review = node(
						'Review',
						HITL_TYPE,
						{
							resource: 'message',
							operation: 'sendAndWait',
							message: '=The agent wants to run {{ $tool.name }}',
							recipient: { __rl: true, mode: 'phone', value: '966507654321' },
						},
						{ credentials: { whatsLoopApi: credential } },
					);
					const id = await startAgent(n8n.client, [tool('send_text', TOOLS.send_text), review], model, {
						through: { send_text: 'Review' },
					});
					await n8n.client.waitForExecution(id, { statuses: ['waiting', 'error', 'success'] });
					expect(sandbox.messages.map(({ recipient: to, content }) => [to, content.text])).toEqual([
						['966507654321', expect.stringMatching(/^The agent wants to run send_text\n\n\*Approve\*\nhttp/)],
					]);

					const [link] = sandbox.messages[0].content.text?.match(/http\S+/) ?? [''];
					await axios.post(link, '', { proxy: false });
					const execution = await n8n.client.waitForExecution(id);
					expect(readBranches(execution).json('Agent')).toEqual([{ output: 'Done.' }]);
					expect(sandbox.messages.map(({ content }) => content.text)[1]).toBe('paid');
				} finally {
					model.close();
				}
			});
		},
	);

	const AGENTS = [
		['that runs its tools by itself', 2.2, '1.113'],
		['that leaves its tools to n8n', 3, AGENTS_LEAVE_TOOLS_SINCE],
	] as const;

	describe.each(AGENTS)('in an agent %s', (_, typeVersion, since) => {
		describeSince(
			since,
			`(version ${typeVersion})`,
			() => offersNodeType(AGENT_TYPE, typeVersion),
			() => {
				const callOnce: Turn[] = [
					{ call: [{ tool: 'send_text', arguments: { phone: PHONE, text: 'once' } }] },
					{ say: 'Done.' },
				];

				/**
				 * What the model was told about the call. n8n 2.8 ends the run instead, unless *On Error* says Continue. Then this
				 * returns the error of the run.
				 */
				async function outcomeOfCall(settings: Partial<INode>) {
					const model = await startScriptedModel(callOnce);
					try {
						const sendText = { ...tool('send_text', TOOLS.send_text), ...settings };
						const execution = await n8n.client.waitForExecution(
							await startAgent(n8n.client, [sendText], model, { typeVersion }),
						);
						if (model.requests.length < 2) return readBranches(execution).error?.message;
						return JSON.stringify(
							model.requests[1].messages.filter(({ role }) => role === 'tool').map(({ content }) => content),
						);
					} finally {
						model.close();
					}
				}

				beforeEach(() => sandbox.reset());

				test('Retry On Fail sends nothing again that may have arrived', async () => {
					sandbox.addFaults({ kind: 'reset', when: 'after', times: 9 });
					const outcome = await outcomeOfCall({ retryOnFail: true, maxTries: 3, waitBetweenTries: 0 });
					expect(sandbox.messages.map(({ content }) => content.text)).toEqual(['once']);
					// the node reads the chat to look for the message, which sends nothing
					expect(sandbox.requests.filter(({ method }) => method !== 'GET')).toHaveLength(1);
					// the last try names the item that an earlier try left uncertain
					expect(outcome).toContain('may or may not have been sent');
				});

				test('the next message of the model is sent, even if the one before is uncertain', async () => {
					const texts = ['first', 'second'];
					const model = await startScriptedModel(
						texts.map((text) => ({ call: [{ tool: 'send_text', arguments: { phone: PHONE, text } }] })),
					);
					try {
						sandbox.addFaults({ kind: 'reset', when: 'after', times: 1 });
						await n8n.client.waitForExecution(
							await startAgent(n8n.client, [tool('send_text', TOOLS.send_text)], model, { typeVersion }),
						);
						const askedFor = model.requests.length > 1 ? texts : texts.slice(0, 1);
						expect(sandbox.messages.map(({ content }) => content.text)).toEqual(askedFor);
					} finally {
						model.close();
					}
				});

				test.each([undefined, 'continueRegularOutput'] as const)(
					'the model or the user is told what went wrong, whatever On Error is set to (%p)',
					async (onError) => {
						sandbox.addFaults({ kind: 'failureBody', times: 9 });
						expect(await outcomeOfCall({ onError })).toContain('WhatsLoop refused the request: Phone is Required');
						expect(sandbox.messages).toEqual([]);
					},
				);
			},
		);
	});

	test('has a description for every operation (n8n gives it to the model)', async () => {
		const nodeType = (await n8n.client.nodeTypes()).find(({ name }) => name === `${WHATSLOOP_TYPE}Tool`);
		for (const { value, operations } of resources) {
			const list = nodeType?.properties.find(
				({ name, displayOptions }) => name === 'operation' && displayOptions?.show?.resource?.includes(value),
			);
			for (const operation of operations) {
				const option = list?.options?.find((each) => 'value' in each && each.value === operation.value);
				expect(option).toMatchObject({
					action: expect.stringMatching(/^[A-Z].{5,}/) as string,
					description: expect.stringMatching(/^[A-Z].{15,}/) as string,
				});
			}
		}
	});
});
