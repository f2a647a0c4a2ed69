import type { INode } from 'n8n-workflow';
import { withCredentials } from '../../../../scripts/start/examples';

const ready = { go: { id: 'go1', name: 'Sandbox' }, cloud: { id: 'cloud1', name: 'Cloud Sandbox' } };

const node = (credentials?: INode['credentials']): INode => ({
	id: 'n',
	name: 'Node',
	type: 'some.type',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	credentials,
});

describe('importing an example workflow', () => {
	test.each([
		['WhatsLoop account', ready.go],
		['WhatsLoop Cloud account', ready.cloud],
	])(
		'replaces the credential "%s" of the exporting n8n by the ready one (its id exists only there)',
		(name, expected) => {
			const [imported] = withCredentials([node({ whatsLoopApi: { id: 'elsewhere', name } })], ready);

			expect(imported.credentials?.whatsLoopApi).toEqual(expected);
		},
	);

	test('leaves other nodes alone', () => {
		const others = [node(), node({ httpBasicAuth: { id: 'x', name: 'Basic' } })];

		expect(withCredentials(others, ready)).toEqual(others);
	});
});
