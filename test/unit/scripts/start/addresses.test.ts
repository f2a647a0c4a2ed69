import { CONTRACT_NAMES, type Addresses } from '../../../../sandbox';
import type { SavedWorkflow } from '../../../../scripts/n8n/clientTypes';
import { describeAddresses } from '../../../../scripts/start/addresses';

const started = {
	n8nUrl: 'http://localhost:5679',
	sandbox: {
		url: 'http://127.0.0.1:3940',
		addresses: Object.fromEntries(
			CONTRACT_NAMES.map((name) => [name, { baseUrl: `http://127.0.0.1:3940/${name}`, token: `${name}-token` }]),
		) as Addresses,
	},
	credentials: Object.fromEntries(CONTRACT_NAMES.map((name) => [name, { id: name, name: `Credential ${name}` }])),
	workflows: [] as SavedWorkflow[],
	userFolder: '/tmp/n8n',
	kept: false,
};
const workflow = (id: string, name: string) => ({ id, name }) as SavedWorkflow;

test('the text says what to try first, with the address of each step', () => {
	const workflows = [workflow('w1', 'Bulk Send'), workflow('w2', 'Auto-Reply Bot')];
	const text = describeAddresses({ ...started, workflows });
	expect(text).toMatch(/1\. Press "Execute workflow"[^]*http:\/\/localhost:5679\/workflow\/w1/);
	expect(text).toMatch(/2\. Write a message on the phone[^]*http:\/\/127\.0\.0\.1:3940[^]*workflow\/w2/);
	expect(text).toMatch(/3\. Build your own[^]*http:\/\/localhost:5679\/workflow\/new/);
});

test('the text names no step whose example is missing', () => {
	expect(describeAddresses(started)).toMatch(/Try this first\n {2}1\. Build your own/);
});

test('the text names the credential, the address and the token of every API', () => {
	const text = describeAddresses(started);
	expect(text).toContain(`and ${CONTRACT_NAMES.length} credentials`);
	for (const name of CONTRACT_NAMES) {
		const { baseUrl, token } = { baseUrl: `http://127.0.0.1:3940/${name}`, token: `${name}-token` };
		expect(text).toMatch(new RegExp(`Credential ${name} \\(.*\\): ${baseUrl}, token ${token}`));
	}
});
