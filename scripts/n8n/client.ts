// Longer than 300 lines: the one place that knows n8n's REST API, with one short method for each call.

import { randomUUID } from 'node:crypto';
import { Agent } from 'node:http';
import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { parse } from 'flatted';
import type { ICredentialDataDecryptedObject, INodeTypeDescription } from 'n8n-workflow';
import { waitFor } from '../process/waitFor';
import {
	SETTLED,
	type CredentialReference,
	type CredentialTestResult,
	type Execution,
	type ExecutionStatus,
	type ExecutionSummary,
	type Owner,
	type PublicationStatus,
	type SavedWorkflow,
	type WebhookAnswer,
	type WebhookCall,
	type WorkflowDraft,
} from './clientTypes';
import { publicationProblem, settledPublication } from './publication';

/** The account that scripts and tests make in a fresh n8n. */
export const OWNER: Owner = {
	email: 'owner@example.com',
	firstName: 'Local',
	lastName: 'Owner',
	password: 'Whatsloop-Local-1',
};

/** n8n ties a session to the browser that began it, told apart by this header. */
export const BROWSER_ID = 'n8n-client';
const AUTH_COOKIE = 'n8n-auth=';

export class N8nError extends Error {
	constructor(
		message: string,
		readonly status: number,
	) {
		super(message);
		this.name = 'N8nError';
	}
}

/** n8n's own text in an error answer, whichever shape it has. */
function answerText(body: unknown): string {
	if (typeof body === 'object' && body !== null && 'message' in body) return String(body.message);
	return typeof body === 'string' ? body.slice(0, 500) : JSON.stringify(body);
}

/** Drives an n8n through the address its own editor uses. Every method throws N8nError with n8n's text. */
export class N8nClient {
	private readonly http: AxiosInstance;
	private cookie = '';

	constructor(readonly url: string) {
		// A connection kept open may be closed by n8n in the very moment in which it is used again ("socket hang up").
		const httpAgent = new Agent({ keepAlive: false });
		this.http = axios.create({ baseURL: url, proxy: false, httpAgent, timeout: 60_000, validateStatus: () => true });
	}

	/** What `resume` goes on with, in another process too. n8n allows only a few sign-ins a minute. */
	get session(): string {
		return this.cookie;
	}

	/** Goes on with the session of a client that is signed in. */
	resume(session: string): void {
		this.cookie = session;
	}

	/** Signs in as the instance's owner, whom a fresh n8n does not have yet: then the account is made first. */
	async signIn(owner: Owner = OWNER): Promise<void> {
		const { email, password } = owner;
		const login = await this.send('POST', '/rest/login', { emailOrLdapLoginId: email, password });
		if (login.status === 200) return;
		const setup = await this.send('POST', '/rest/owner/setup', owner);
		if (setup.status === 200) return;
		const reasons = `signing in: ${answerText(login.data)}; making the owner account: ${answerText(setup.data)}`;
		throw new N8nError(`Could not sign in as ${email} (${reasons})`, setup.status);
	}

	async createCredential(
		name: string,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<CredentialReference> {
		const { id } = await this.request<{ id: string }>('POST', '/rest/credentials', { name, type, data });
		return { id, name };
	}

	/** Replaces what a credential holds. */
	async updateCredential(
		reference: CredentialReference,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		const { id, name } = reference;
		await this.request('PATCH', `/rest/credentials/${id}`, { name, type, data });
	}

	async listCredentials(): Promise<CredentialReference[]> {
		return await this.request('GET', '/rest/credentials');
	}

	/** Presses the credential form's *Test* button. A refused credential is a result (`status: 'Error'`), not an error. */
	async testCredential(
		reference: CredentialReference,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<CredentialTestResult> {
		return await this.request('POST', '/rest/credentials/test', { credentials: { ...reference, type, data } });
	}

	async deleteCredential(id: string): Promise<void> {
		await this.request('DELETE', `/rest/credentials/${id}`);
	}

	async createWorkflow(workflow: WorkflowDraft): Promise<SavedWorkflow> {
		// n8n 1.x demands `active`.
		const defaults = { active: false, settings: { executionOrder: 'v1' } };
		return await this.request('POST', '/rest/workflows', { ...defaults, ...workflow });
	}

	/** All workflows, without their nodes. */
	async listWorkflows(): Promise<SavedWorkflow[]> {
		return await this.request('GET', '/rest/workflows');
	}

	async readWorkflow(id: string): Promise<SavedWorkflow> {
		return await this.request('GET', `/rest/workflows/${id}`);
	}

	/** What *Import from URL* in the editor fetches. Nothing is saved by it. */
	async workflowFromUrl(url: string): Promise<WorkflowDraft> {
		const { id: projectId } = await this.request<{ id: string }>('GET', '/rest/projects/personal');
		const query = new URLSearchParams({ url, projectId });
		return await this.request('GET', `/rest/workflows/from-url?${query.toString()}`);
	}

	async updateWorkflow(id: string, changes: Partial<WorkflowDraft>): Promise<SavedWorkflow> {
		const { versionId } = await this.readWorkflow(id);
		return await this.request('PATCH', `/rest/workflows/${id}`, { ...changes, versionId });
	}

	/** n8n deletes only what was archived before. */
	async deleteWorkflow(id: string): Promise<void> {
		await this.request('POST', `/rest/workflows/${id}/archive`, {});
		await this.request('DELETE', `/rest/workflows/${id}`);
	}

	/** Activates the saved version and waits until its triggers run. Throws what a trigger refuses with. */
	async activateWorkflow(id: string): Promise<void> {
		await this.setActive(id, true);
		const publication = await this.settledPublication(id);
		const problem = publication && publicationProblem(publication);
		if (problem !== undefined) throw new N8nError(problem, 200);
	}

	/** Deactivates and waits until the triggers are gone. */
	async deactivateWorkflow(id: string): Promise<void> {
		await this.setActive(id, false);
		await this.settledPublication(id);
	}

	/** Presses *Execute workflow* for a saved workflow; returns the execution's id at once. */
	async runWorkflow(workflow: SavedWorkflow, triggerName: string): Promise<string> {
		const answer = await this.request<{ executionId?: string }>(
			'POST',
			`/rest/workflows/${workflow.id}/run`,
			// 2.41 reads the workflow from its database, 2.8 takes it from here.
			{ workflowData: workflow, startNodes: [], triggerToStartFrom: { name: triggerName } },
			{ 'push-ref': randomUUID() },
		);
		if (!answer.executionId) throw new N8nError(`n8n started no execution: ${JSON.stringify(answer)}`, 200);
		return answer.executionId;
	}

	/** Waits until an execution has ended, or has one of the given statuses. */
	async waitForExecution(
		id: string,
		options: { timeoutSeconds?: number; statuses?: readonly ExecutionStatus[] } = {},
	): Promise<Execution> {
		const { timeoutSeconds = 60, statuses = SETTLED } = options;
		return await waitFor(
			async () => {
				const execution = await this.readExecution(id);
				return statuses.includes(execution.status) && execution;
			},
			{ timeoutSeconds, what: `execution ${id} to be ${statuses.join(' or ')}`, pollSeconds: 0.2 },
		);
	}

	async readExecution(id: string): Promise<Execution> {
		const path = `/rest/executions/${id}`;
		const { data, ...summary } = await this.request<ExecutionSummary & { data: string }>('GET', path);
		return { ...summary, data: parse(data) as Execution['data'] };
	}

	async stopExecution(id: string): Promise<void> {
		await this.request('POST', `/rest/executions/${id}/stop`, {});
	}

	/**
	 * What *Retry* in the list of executions does where one has failed: n8n runs the failed node again with all its items.
	 *
	 * @param loadWorkflow with the currently saved workflow, instead of the one that ran
	 * @returns the id of the new execution, once it has ended
	 */
	async retryExecution(id: string, loadWorkflow = false): Promise<string> {
		return (await this.request<{ id: string }>('POST', `/rest/executions/${id}/retry`, { loadWorkflow })).id;
	}

	/** Newest first; of any status, if none is given. n8n lists 100 at most. */
	async listExecutions(
		workflowId: string,
		limit = 50,
		status?: readonly ExecutionStatus[],
	): Promise<ExecutionSummary[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId, status }));
		const path = `/rest/executions?filter=${filter}&limit=${limit}`;
		return (await this.request<{ results: ExecutionSummary[] }>('GET', path)).results;
	}

	/** Everything the editor's node list is made of. */
	async nodeTypes(): Promise<INodeTypeDescription[]> {
		return await this.request('GET', '/types/nodes.json');
	}

	/** Fetches an icon by the path a node type gives in `iconUrl`. */
	async icon(path: string): Promise<{ status: number; contentType: string; body: string }> {
		const asText = { responseType: 'text', transformResponse: (body: string) => body } as const;
		const answer = await this.http.get<string>(`/${path}`, asText);
		return { status: answer.status, contentType: String(answer.headers['content-type']), body: answer.data };
	}

	/** Calls an active workflow's webhook as an outside service would; an error status is a result. */
	async callWebhook(path: string, call: WebhookCall = {}): Promise<WebhookAnswer> {
		const { method = 'POST', body, headers = {}, query } = call;
		const answer = await this.http.request<string>({
			url: `/webhook/${path}`,
			method,
			params: query,
			data: body,
			headers: { 'content-type': 'application/json', ...headers },
			// axios would reformat text that is JSON, and a signature is over the very bytes.
			transformRequest: (data: unknown) =>
				data === undefined || typeof data === 'string' || Buffer.isBuffer(data) ? data : JSON.stringify(data),
			responseType: 'text',
			transformResponse: (text: string) => text,
		});
		return { status: answer.status, body: answer.data, headers: answer.headers as WebhookAnswer['headers'] };
	}

	/** Calls one of n8n's own addresses and returns what its answer holds. */
	async request<T = unknown>(
		method: string,
		path: string,
		body?: unknown,
		headers: Record<string, string> = {},
	): Promise<T> {
		return this.contentOf(method, path, await this.send(method, path, body, headers)) as T;
	}

	private contentOf(method: string, path: string, answer: AxiosResponse): unknown {
		if (answer.status >= 400) {
			throw new N8nError(`${method} ${path}: ${answer.status} ${answerText(answer.data)}`, answer.status);
		}
		const content = answer.data as { data?: unknown } | undefined;
		return content?.data !== undefined ? content.data : content;
	}

	/** n8n 2.x has an address for it; n8n 1.x answers 404 there and takes a changed workflow instead. */
	private async setActive(id: string, active: boolean): Promise<void> {
		const { versionId } = await this.readWorkflow(id);
		const path = `/rest/workflows/${id}/${active ? 'activate' : 'deactivate'}`;
		const answer = await this.send('POST', path, active ? { versionId } : {});
		if (answer.status === 404) await this.request('PATCH', `/rest/workflows/${id}`, { active, versionId });
		else this.contentOf('POST', path, answer);
	}

	/** Undefined before n8n 2.41: such versions lack this address, and are done when they answer. */
	private async settledPublication(id: string): Promise<PublicationStatus | undefined> {
		const path = `/rest/workflows/${id}/publication-status`;
		const first = await this.send('GET', path);
		if (first.status === 404) return undefined;
		return await settledPublication(async () => await this.request<PublicationStatus>('GET', path));
	}

	private async send(
		method: string,
		path: string,
		data?: unknown,
		headers: Record<string, string> = {},
	): Promise<AxiosResponse> {
		const answer = await this.http.request({
			url: path,
			method,
			data,
			headers: { cookie: this.cookie, 'browser-id': BROWSER_ID, ...headers },
		});
		const fresh = answer.headers['set-cookie']?.find((cookie) => cookie.startsWith(AUTH_COOKIE));
		if (fresh) this.cookie = fresh.split(';')[0] ?? '';
		return answer;
	}
}
