import type { IDataObject } from 'n8n-workflow';
import { GO_ACCOUNT, runNode } from '../support/fakeNode';

const CHAT = { recipient: { __rl: true, mode: 'phone', value: '966501234567' } };

/** Runs an operation for two items, with the same answer to both. */
const outputOf = async (parameters: IDataObject, body: unknown) => {
	const items = [{ json: {} }, { json: {} }];
	const { output } = await runNode(parameters, { items, credential: GO_ACCOUNT, answer: () => body });
	return output.map(({ json, pairedItem }) => ({ json, pairedItem }));
};

describe('an answer to a read', () => {
	test('that is a list gives an item for each entry, all paired with the item that asked', async () => {
		const parameters = { resource: 'instance', operation: 'getStatus', options: { simplify: false } };
		const output = await outputOf(parameters, [{ name: 'A' }, { name: 'B' }]);
		expect(output.map(({ json }) => json.name)).toEqual(['A', 'B', 'A', 'B']);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }, { item: 1 }, { item: 1 }]);
	});

	test('is simplified as a read, not as a send', async () => {
		const data = {
			key: { id: 'BAE5F00D', remoteJid: '966501234567@c.us', fromMe: false },
			message: { conversation: 'Hello' },
		};
		const parameters = { resource: 'message', operation: 'get', messageId: 'BAE5F00D', ...CHAT };
		const [{ json }] = await outputOf(parameters, { success: true, data });
		expect(json).toMatchObject({ messageId: 'BAE5F00D', text: 'Hello' });
		expect(json).not.toHaveProperty('recipient');
	});
});
