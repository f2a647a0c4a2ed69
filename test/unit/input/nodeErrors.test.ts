import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { InputError } from '../../../nodes/WhatsLoop/input/InputError';
import { nodeForErrors, toNodeError } from '../../../nodes/WhatsLoop/input/nodeErrors';

const node = { id: '1', name: 'WhatsLoop', type: 'whatsLoop', typeVersion: 1, position: [0, 0] } as unknown as INode;
const filledIn: INode = { ...node, parameters: { text: 'a secret text' } };

test('the node in an error keeps its name, and none of what the user filled in', () => {
	expect(nodeForErrors(filledIn)).toEqual({ ...node, parameters: {} });
});

test.each([
	['of the service', new NodeApiError(node, { message: 'refused' })],
	['of the node', new NodeOperationError(node, 'wrong')],
])('an error %s stays unchanged', (_kind, error) => {
	expect(toNodeError(filledIn, error, 3)).toBe(error);
});

test('an input error keeps its message and advice (n8n would replace a message that contains an error code)', () => {
	const error = toNodeError(filledIn, new InputError('"ECONNREFUSED" is no phone number', 'Fill one in.'), 3);
	expect(error).toBeInstanceOf(NodeOperationError);
	expect(error).toMatchObject({ message: '"ECONNREFUSED" is no phone number', description: 'Fill one in.' });
	expect(error.context.itemIndex).toBe(3);
	expect(JSON.stringify(error.node)).not.toContain('a secret text');
});

test('any other error becomes an error of the node, without advice', () => {
	const error = toNodeError(filledIn, new TypeError('something broke'));
	expect(error).toBeInstanceOf(NodeOperationError);
	expect(error.message).toBe('something broke');
	expect(error.description ?? undefined).toBeUndefined();
});

test("any other error with an error code in it gets n8n's words for that code", () => {
	const error = toNodeError(filledIn, new Error('connect ECONNREFUSED 127.0.0.1:443'));
	expect(error.message).not.toContain('ECONNREFUSED');
	expect(error.message).toMatch(/refused/);
});
