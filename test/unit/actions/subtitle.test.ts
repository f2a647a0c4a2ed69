import { Workflow, type INode, type INodeParameters, type INodeTypes } from 'n8n-workflow';
import { WhatsLoop } from '../../../nodes/WhatsLoop/WhatsLoop.node';

const nodeType = new WhatsLoop();
const nodeTypes = { getByNameAndVersion: () => nodeType } as unknown as INodeTypes;

/** The line under the node, as the editor computes it before a run. */
function subtitle(parameters: INodeParameters): unknown {
	const node = { id: '1', name: 'A', type: 'whatsLoop', typeVersion: 1.1, position: [0, 0], parameters } as INode;
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	return workflow.expression.getSimpleParameterValue(node, nodeType.description.subtitle, 'internal', {});
}

const phone = (value: string) => ({ __rl: true, mode: 'phone', value });

describe('the line under the node', () => {
	test.each<[string, INodeParameters, string]>([
		['of a new node', {}, 'Send Text'],
		['with a recipient', { recipient: phone('966501234567') }, 'Send Text: 966501234567'],
		['with an expression for it (nothing has run yet)', { recipient: phone('={{ $json.phone }}') }, 'Send Text'],
		[
			'with a group',
			{ resource: 'group', operation: 'get', group: { __rl: true, mode: 'id', value: '1203@g.us' } },
			'Get: 1203@g.us',
		],
		['of an operation with neither', { resource: 'contact', operation: 'getAll' }, 'Get Many'],
		['of the WhatsApp connection', { resource: 'instance', operation: 'getQrCode' }, 'Get QR Code'],
	])('%s', (_case, parameters, expected) => {
		expect(subtitle(parameters)).toBe(expected);
	});
});
