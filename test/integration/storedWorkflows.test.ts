import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode, INodeParameters } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { resolveParameters } from '../compatibility/resolve';
import { Harness } from './support/harness';
import { accepted } from './support/scriptedServer';
import { TriggerHarness } from './support/triggerHarness';

const FOLDER = join(__dirname, '..', 'compatibility');
const read = <T>(...path: string[]) => JSON.parse(readFileSync(join(FOLDER, ...path), 'utf8')) as T;

let harness: Harness;

beforeAll(async () => {
	harness = await Harness.start();
});
beforeEach(() => harness.reset());
afterAll(async () => await harness.close());

const versions = readdirSync(FOLDER)
	.filter((name) => name.startsWith('stored-'))
	.map((name) => name.slice('stored-'.length));

describe.each(versions)('a workflow stored by version %s', (version) => {
	const { nodes } = read<{ nodes: INode[] }>(`stored-${version}`, 'workflow.json');
	const meanings = read<Record<string, INodeParameters>>(`stored-${version}`, 'meanings.json');
	const actions = nodes.filter(({ type }) => type.endsWith('.whatsLoop'));
	const triggers = nodes.filter(({ type }) => type.endsWith('.whatsLoopTrigger'));

	/** The description for the stored typeVersion. */
	const descriptionOf = ({ type, typeVersion }: INode) => {
		const name = type.split('.')[1];
		const nodeType = NodeHelpers.getVersionedNodeType(harness.engine.loader.nodeTypes[name].type, typeVersion);
		return nodeType.description;
	};

	test('has nodes of each kind (a test over nothing would prove nothing)', () => {
		expect(actions.length).toBeGreaterThan(60);
		expect(triggers.length).toBeGreaterThan(3);
	});

	test.each(nodes.map((node) => [node.name, node] as const))('loads "%s" with the same meaning', (name, node) => {
		const description = descriptionOf(node);
		expect([description.version].flat()).toContain(node.typeVersion);
		// The editor does not store defaults. A changed default would change what the stored node does.
		expect(resolveParameters(description, node, { withDefaults: true })).toMatchObject(meanings[name]);
	});

	/** Refused by later versions, because WhatsApp shows no JPEG as a sticker. */
	const REFUSED = ['v1: a sticker'];
	const messages = actions.filter(({ name }) => /^(v1|Cloud): /.test(name) && !REFUSED.includes(name));

	test.each(messages.map((node) => [node.name, node] as const))('runs "%s"', async (name, { parameters }) => {
		const credential = name.startsWith('Cloud') ? harness.cloud() : harness.go();
		harness.server.answerWith(accepted());
		const { error, items } = await harness.engine.run({ parameters, credential });
		expect(error).toBeUndefined();
		expect(harness.server.requests).toHaveLength(1);
		expect(items).toHaveLength(1);
		if ((meanings[name].operation as string).startsWith('send')) {
			expect(items[0].json).toMatchObject({
				messageId: 'BAE5F00D',
				recipient: expect.stringMatching(/^(966501234567|120363041234567890@g\.us)$/) as string,
			});
		}
	});

	test.each(triggers.map((node) => [node.name, node] as const))('starts "%s"', async (_name, { parameters }) => {
		const trigger = new TriggerHarness(harness.engine, harness.go(), parameters);
		const message = { id: 'BAE5F00D', body: 'hello', type: 'chat', fromMe: false, chatId: '966501234567@c.us' };
		const body = JSON.stringify({ event: 'message-new', messages: message });
		const { status, items } = await trigger.call({ body, query: { token: parameters.urlToken ?? '' } });
		expect(status).toBe(200);
		expect(items?.map(({ json }) => json)).toMatchObject([
			{ event: 'message', phone: '966501234567', message: { id: 'BAE5F00D', type: 'text', text: 'hello' } },
		]);
	});
});
