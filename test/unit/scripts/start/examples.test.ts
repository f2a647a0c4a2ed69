import type { INode } from 'n8n-workflow';
import { withBaseUrl, withCredentials } from '../../../../scripts/start/examples';

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
		'replaces the credential "%s" of the exporting n8n by the ready one (its ID exists only there)',
		(name, expected) => {
			const [imported] = withCredentials([node({ whatsLoopApi: { id: 'elsewhere', name } })], ready);

			expect(imported.credentials?.whatsLoopApi).toEqual(expected);
		},
	);

	test('fills in an empty address of the API (requests with the token of the sandbox go nowhere else)', () => {
		const fields = (value: string) => ({
			...node(),
			parameters: { assignments: { assignments: [{ name: 'baseUrl', value }] } },
		});
		const [empty, given, other] = withBaseUrl(
			[fields(''), fields('https://a.example/v1'), node()],
			'http://127.0.0.1:1/v1',
		);
		expect(empty.parameters.assignments).toEqual({
			assignments: [{ name: 'baseUrl', value: 'http://127.0.0.1:1/v1' }],
		});
		expect(given).toEqual(fields('https://a.example/v1'));
		expect(other).toEqual(node());
	});

	test('leaves other nodes alone', () => {
		const others = [node(), node({ httpBasicAuth: { id: 'x', name: 'Basic' } })];

		expect(withCredentials(others, ready)).toEqual(others);
	});
});
