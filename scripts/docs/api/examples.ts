import axios from 'axios';
import type { IDataObject } from 'n8n-workflow';
import { buildRequest } from '../../../nodes/WhatsLoop/contracts/buildRequest';
import type { Contract } from '../../../nodes/WhatsLoop/contracts/contract';
import type { Sandbox } from '../../../sandbox';
import { contractOf } from '../../../sandbox/contracts';
import { knownEndpoints, type EndpointUse, type KnownEndpoint } from './endpoints';
import { exampleValues, MESSAGE_ID } from './exampleValues';
import { steady } from './steady';

export interface ExampleRequest {
	method: string;
	path: string;
	query?: IDataObject;
	body?: IDataObject;
}

export interface ExampleAnswer {
	status: number;
	body: unknown;
	/** Those of the rate limit. */
	headers: Record<string, string>;
}

/** One request to the sandbox with its answer. */
export interface Example {
	endpoint: KnownEndpoint;
	/** Absent for an endpoint that the node has no use for. */
	use?: EndpointUse;
	title: string;
	request: ExampleRequest;
	answer: ExampleAnswer;
}

/** Where an API has channels, an account may have several. */
const CHANNEL_ID = 5;

/** The request that the node makes of the example values. */
function requestOf(contract: Contract, use: EndpointUse): ExampleRequest {
	const { operation, operationId, variant } = use;
	const asked = { id: operationId, name: operation.name, labels: operation.labels };
	const { method, path, query, body } = buildRequest(contract, asked, exampleValues(use), { channelId: CHANNEL_ID });
	if (path !== variant.path)
		throw new Error(`The example of ${operationId} becomes ${path} instead of ${variant.path}`);
	return { method, path, query, body };
}

const RATE_LIMIT_HEADERS = /^(x-ratelimit-|retry-after$)/;

const authorization = (token: string) => ({ authorization: `Bearer ${token}` });

/** Any status counts as an answer. */
export async function ask(
	sandbox: Sandbox,
	contract: string,
	{ method, path, query, body }: ExampleRequest,
	headers: Record<string, string> = {},
): Promise<ExampleAnswer> {
	const { baseUrl, token } = sandbox.addresses[contract as keyof Sandbox['addresses']];
	const {
		status,
		data,
		headers: answered,
	} = await axios.request<unknown>({
		method,
		url: `${baseUrl}/${path}`,
		params: query,
		data: body,
		headers: { ...authorization(token), ...headers },
		validateStatus: () => true,
		proxy: false,
	});
	const shown = Object.entries(answered).filter(([name]) => RATE_LIMIT_HEADERS.test(name));
	return { status, body: data, headers: Object.fromEntries(shown.map(([name, value]) => [name, String(value)])) };
}

/** A message that the account has sent, for requests that speak of one. */
async function sendOne(sandbox: Sandbox, contract: Contract): Promise<string> {
	const first = knownEndpoints(contract).find(({ uses }) => uses.some((use) => use.operationId === 'message.sendText'));
	if (!first) return '';
	await ask(sandbox, contract.id, requestOf(contract, first.uses[0]));
	return sandbox.messages.at(-1)?.id ?? '';
}

const withMessageId = (request: ExampleRequest, messageId: string): ExampleRequest =>
	JSON.parse(JSON.stringify(request).replaceAll(MESSAGE_ID, messageId)) as ExampleRequest;

/**
 * Sends a request to the sandbox as freshly started. What the sandbox refuses while WhatsApp is connected, such as a QR
 * code, is asked for once more while it is not.
 */
export async function tryRequest(
	sandbox: Sandbox,
	contract: Contract,
	request: ExampleRequest,
): Promise<{ request: ExampleRequest; answer: ExampleAnswer }> {
	const tryWhile = async (connected: boolean) => {
		sandbox.reset();
		const filledIn = withMessageId(request, await sendOne(sandbox, contract));
		Object.assign(sandbox.settings, { connected });
		return { request: filledIn, answer: await ask(sandbox, contract.id, filledIn) };
	};
	const tried = await tryWhile(true);
	return tried.answer.status < 300 ? tried : await tryWhile(false);
}

function requestsOf(contract: Contract, endpoint: KnownEndpoint): Array<Omit<Example, 'answer'>> {
	const { uses, title, method, path, example } = endpoint;
	if (uses.length === 0) return [{ endpoint, title, request: { method, path, body: example as IDataObject } }];
	return uses.map((use) => ({ endpoint, use, title: use.title, request: requestOf(contract, use) }));
}

/** Every request that the documents show, with the answer of the sandbox. */
export async function apiExamples(sandbox: Sandbox, contract: Contract): Promise<Example[]> {
	const examples: Example[] = [];
	for (const endpoint of knownEndpoints(contract)) {
		for (const untried of requestsOf(contract, endpoint)) {
			const { request, answer } = await tryRequest(sandbox, contract, untried.request);
			if (answer.status >= 300) throw new Error(`${request.method} ${request.path}: ${JSON.stringify(answer.body)}`);
			examples.push({ ...untried, request: steady(request), answer: steady(answer) });
		}
	}
	return examples;
}

/** How the sandbox comes to answer with each status of a failure. Others are not seen here. */
const PROVOKE: Record<number, (sandbox: Sandbox) => { token?: string; body?: unknown }> = {
	400: () => ({ body: '{' }),
	401: () => ({ token: 'wrong' }),
	422: () => ({}),
	429: (sandbox) => {
		sandbox.setPolicy({ limit: 1, windowSeconds: 60, reading: 'window' }, true);
		return {};
	},
	500: (sandbox) => {
		sandbox.addFaults({ kind: 'status', status: 500 });
		return {};
	},
	503: (sandbox) => {
		sandbox.addFaults({ kind: 'status', status: 503 });
		return {};
	},
};

/** An answer for each status of a failure that the sandbox can be brought to. */
export async function failureExamples(sandbox: Sandbox, contract: Contract): Promise<Map<number, ExampleAnswer>> {
	const { failures } = contractOf(contract.id).reference;
	const answers = new Map<number, ExampleAnswer>();
	const send = contractOf(contract.id).endpoints.find(({ method }) => method === 'POST');
	for (const { status } of failures) {
		const provoke = PROVOKE[status];
		if (!provoke || !send) continue;
		sandbox.reset();
		const { token, body = {} } = provoke(sandbox);
		const request = { method: 'POST', path: send.path, body: body as IDataObject };
		const headers = { 'content-type': 'application/json', ...(token !== undefined && authorization(token)) };
		// the limit of one request is used up by the first
		if (status === 429) await ask(sandbox, contract.id, request, headers);
		const answer = await ask(sandbox, contract.id, request, headers);
		sandbox.setPolicy(null, true);
		if (answer.status !== status) throw new Error(`The sandbox answers ${answer.status} instead of ${status}`);
		answers.set(status, steady(answer));
	}
	return answers;
}
