import type { IDataObject, INode } from 'n8n-workflow';
import { CONTRACT_NAMES, CONTRACTS, type ContractName, type Sandbox } from '../../../sandbox';
import { provideSandbox } from '../../support/provideSandbox';
import type { CredentialReference } from '../../../scripts/n8n/clientTypes';
import { selfCheckRequests } from '../../../scripts/selfCheck/requests';
import { selfCheckWorkflow } from '../../../scripts/selfCheck/workflow';
import { bugs } from '../../../package.json';
import { readBranches, type BranchesRun } from '../support/branches';
import { createCredential } from '../support/credentials';
import { sharedN8n } from '../support/n8n';

interface Assignments {
	assignments: { assignments: Array<{ name: string; value: unknown }> };
}

const requestsOn = (contract: ContractName) => selfCheckRequests().filter(({ api }) => api === contract);

/** The requests that can be made although paths are missing, because they need no answer from those. */
function possibleWithout(missing: readonly string[], contract: ContractName) {
	const requests = requestsOn(contract);
	const isTextMissing = requests.some(({ isFirstText, path }) => isFirstText && missing.includes(path));
	const needed = isTextMissing ? /\{(messageId|groupId|productId|inviteCode)\}/ : /\{(groupId|productId|inviteCode)\}/;
	return requests.filter((request) => !missing.includes(request.path) && !needed.test(JSON.stringify(request)));
}

describe('the self-check, run as a person runs it', () => {
	const n8n = sharedN8n();
	let sandbox: Sandbox;
	provideSandbox('reset', (started) => (sandbox = started));

	/** Fills in what a person fills in: their own number, the address (here of a sandbox) and the credential. */
	function filledIn(node: INode, values: IDataObject, credential: CredentialReference): INode {
		if (node.credentials) return { ...node, credentials: { whatsLoopApi: credential } };
		if (node.name !== 'Your Number') return node;
		const { assignments } = node.parameters as unknown as Assignments;
		const changed = assignments.assignments.map((each) => ({ ...each, value: values[each.name] }));
		return { ...node, parameters: { ...node.parameters, assignments: { assignments: changed } } } as INode;
	}

	async function run(contract: ContractName): Promise<BranchesRun> {
		const credential = await createCredential(n8n.client, contract, sandbox);
		const values = {
			number: `+${CONTRACTS[contract].account.phone}`,
			baseUrl: sandbox.addresses[contract].baseUrl,
			secondsBetween: 0.01,
		};
		const draft = selfCheckWorkflow();
		const nodes = draft.nodes.map((node) => filledIn(node, values, credential));
		const workflow = await n8n.client.createWorkflow({ ...draft, nodes });
		const id = await n8n.client.runWorkflow(workflow, 'Start');
		const execution = await n8n.client.waitForExecution(id, { timeoutSeconds: 120 });
		expect([execution.status, execution.data.resultData.error?.message]).toEqual(['success', undefined]);
		return readBranches(execution);
	}

	const reportOf = (ended: BranchesRun) => {
		const [{ html, markdown, link }] = ended.json('Report') as Array<Record<string, string>>;
		const rows = markdown.split('\n').filter((line) => /^\| .+: /.test(line));
		return { html, markdown, link, rows: rows.map((line) => line.split(' | ')) };
	};

	const nothingReachedOthers = (contract: ContractName) => {
		const { phone } = CONTRACTS[contract].account;
		expect(new Set(sandbox.messages.map(({ recipient }) => recipient))).toEqual(new Set([phone]));
	};

	test.each(CONTRACT_NAMES)('finds that everything works, and reports it in two forms (%s)', async (contract) => {
		const ended = await run(contract);
		const { rows, link, markdown } = reportOf(ended);
		expect(rows).toHaveLength(requestsOn(contract).length);
		expect(rows.filter(([, , result]) => result !== 'works')).toEqual([]);
		nothingReachedOthers(contract);
		expect(link.startsWith(`${bugs.url}/new?template=self-check.yml`)).toBe(true);

		const [{ html }] = ended.json('HTML Report');
		expect(html).toContain('<h1>Self-check');
		const [file] = ended.items('Markdown Report');
		expect(Object.values(file.binary ?? {})[0]).toMatchObject({ fileName: 'self-check.md' });
		const text = `${markdown}${html as string}`;
		expect(text).not.toContain(sandbox.addresses[contract].token);
		expect(text).not.toContain(CONTRACTS[contract].account.phone);
	});

	test.each(CONTRACT_NAMES)('continues when half of the paths are missing, and names them (%s)', async (contract) => {
		const missing = CONTRACTS[contract].endpoints.filter((_, index) => index % 2 === 1).map(({ path }) => path);
		sandbox.addFaults(...missing.map((path) => ({ kind: 'answer' as const, status: 404, path, times: 1000 })));
		const { rows, markdown } = reportOf(await run(contract));
		const [unknown, others] = [true, false].map((isMissing) =>
			rows.filter(([, request]) => missing.includes(request.split(' ')[1]) === isMissing),
		);
		expect(unknown).toHaveLength(requestsOn(contract).filter(({ path }) => missing.includes(path)).length);
		// a request that needs the answer of a missing path can not be tried
		for (const [, , result, status] of unknown) {
			expect([
				['unknown path', '404'],
				['not tried', '–'],
			]).toContainEqual([result, status]);
		}
		for (const [, , result] of others) expect(['works', 'not tried']).toContain(result);
		expect(others.filter(([, , result]) => result === 'works').length).toBeGreaterThanOrEqual(
			possibleWithout(missing, contract).length,
		);
		expect(markdown).toMatch(/unknown path: \d+/);
		nothingReachedOthers(contract);
	});
});
