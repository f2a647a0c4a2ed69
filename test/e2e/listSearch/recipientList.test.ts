import type { INodeListSearchResult } from 'n8n-workflow';
import type { CredentialReference } from '../../../scripts/n8n/clientTypes';
import { contractFor } from '../../../nodes/WhatsLoop/contracts';
import type { Sandbox } from '../../../sandbox';
import { contractThat } from '../../support/contractThat';
import { provideSandbox } from '../../support/provideSandbox';
import { createCredential } from '../support/credentials';
import { sharedN8n } from '../support/n8n';
import { whatsLoop, WHATSLOOP_TYPE } from '../support/nodes';
import { runBranches } from '../support/branches';

describe('the list mode of Recipient', () => {
	const n8n = sharedN8n();
	let sandbox: Sandbox;
	provideSandbox('kept', (started) => (sandbox = started));

	/** The request of the editor while somebody types into the field. */
	const search = async (credential: CredentialReference, filter?: string, paginationToken?: string) =>
		await n8n.client.request<INodeListSearchResult>('POST', '/rest/dynamic-node-parameters/resource-locator-results', {
			path: 'parameters.recipient',
			methodName: 'searchRecipients',
			nodeTypeAndVersion: { name: WHATSLOOP_TYPE, version: 1 },
			currentNodeParameters: { resource: 'message', operation: 'sendText' },
			credentials: { whatsLoopApi: credential },
			...(filter && { filter }),
			...(paginationToken && { paginationToken }),
		});

	test('finds contacts and groups by name and number, and a send takes what it gives', async () => {
		const credential = await createCredential(n8n.client, 'go', sandbox);
		const names = async (filter: string) => (await search(credential, filter)).results.map(({ name }) => name);
		expect(await names('ليلى')).toEqual(['ليلى القحطاني (\u2066+966507654321\u2069)']);
		expect(await names('0123')).toEqual(['Sami Al-Harbi (\u2066+966501234567\u2069)']);

		const [team] = (await search(credential, 'delivery')).results;
		const recipient = { __rl: true, mode: 'list', value: team.value, cachedResultName: team.name };
		const run = await runBranches(n8n.client, [
			[whatsLoop({ resource: 'message', operation: 'sendText', recipient, text: 'hello' }, credential)],
		]);
		expect(run.error).toBeUndefined();
		expect(sandbox.messages.at(-1)?.chat).toBe('120363000000000001@g.us');
	});

	test('comes in pages', async () => {
		const account = {
			id: 'large',
			contract: 'go' as const,
			token: `${'0'.repeat(32)}_${'L'.repeat(40)}`,
			phone: '966500000009',
		};
		sandbox.addAccount(account);
		const { contacts } = sandbox.directory('large');
		for (let index = 0; index < 80; index += 1) {
			contacts.push({ phone: String(971500000000 + index), name: `Number ${index}`, blocked: false });
		}
		const credential = await createCredential(n8n.client, 'go', sandbox, { apiToken: account.token });
		const first = await search(credential, 'number');
		const second = await search(credential, 'number', String(first.paginationToken));
		expect([first.results.length, second.results.length, second.paginationToken]).toEqual([50, 30, undefined]);
	});

	test('shows an error and no empty list, for a wrong token and for an API without contacts', async () => {
		const wrong = await createCredential(n8n.client, 'go', sandbox, {
			apiToken: `${'1'.repeat(32)}_${'W'.repeat(40)}`,
		});
		await expect(search(wrong)).rejects.toThrow('WhatsLoop refused the API token');
		const withoutContacts = contractThat(({ operations }) => !('contact.getAll' in operations));
		const credential = await createCredential(n8n.client, withoutContacts, sandbox);
		await expect(search(credential)).rejects.toThrow(`is not available on ${contractFor(withoutContacts).name}`);
	});
});
