import { randomUUID } from 'node:crypto';
import type { IConnections, INode, INodeParameters } from 'n8n-workflow';
import type { CredentialReference } from '../../scripts/n8n/clientTypes';
import { node, whatsLoop } from '../../test/e2e/support/nodes';

/** What every variant's workflow begins with; it gives items `{ phone, text }`. */
export const TRIGGER_NAME = 'Manual';

export interface Account {
	credential: CredentialReference;
	goBaseUrl: string;
}

export interface Graph {
	/** Without the trigger. */
	nodes: INode[];
	connections: IConnections;
	/** The node whose time and memory are looked at. */
	sender: string;
}

/** One way to send a list of messages from n8n. */
export interface Variant {
	id: string;
	title: string;
	graph(account: Account): Graph;
}

const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];

const ourNode = (account: Account, delivery: INodeParameters = {}): INode =>
	whatsLoop(
		{
			resource: 'message',
			operation: 'sendText',
			recipient: { __rl: true, mode: 'phone', value: '={{ $json.phone }}' },
			text: '={{ $json.text }}',
			delivery,
		},
		account.credential,
	);

/** The newest form of n8n's node, filled in as WhatsLoop's documentation says. */
const httpRequest = (
	{ credential, goBaseUrl }: Account,
	options: INodeParameters = {},
	more: Partial<INode> = {},
): INode =>
	node(
		'HTTP Request',
		'n8n-nodes-base.httpRequest',
		{
			method: 'POST',
			url: `${goBaseUrl}/message/send`,
			authentication: 'predefinedCredentialType',
			nodeCredentialType: 'whatsLoopApi',
			sendBody: true,
			bodyParameters: {
				parameters: [
					{ name: 'phone', value: '={{ $json.phone }}' },
					{ name: 'body', value: '={{ $json.text }}' },
				],
			},
			options,
		},
		{ typeVersion: 4.5, credentials: { whatsLoopApi: credential }, ...more },
	);

const single = (sender: INode): Graph => ({
	nodes: [sender],
	connections: { [TRIGGER_NAME]: { main: [to(sender.name)] } },
	sender: sender.name,
});

/** Loop Over Items → HTTP Request → Wait one second → back. */
function loopAndWait(account: Account): Graph {
	const loop = node('Loop', 'n8n-nodes-base.splitInBatches', { options: {} }, { typeVersion: 3 });
	const send = httpRequest(account);
	const wait = node('Wait', 'n8n-nodes-base.wait', { amount: 1 }, { typeVersion: 1.1, webhookId: randomUUID() });
	return {
		nodes: [loop, send, wait],
		connections: {
			[TRIGGER_NAME]: { main: [to(loop.name)] },
			[loop.name]: { main: [[], to(send.name)] },
			[send.name]: { main: [to(wait.name)] },
			[wait.name]: { main: [to(loop.name)] },
		},
		sender: send.name,
	};
}

/** The most that n8n's editor offers. */
const RETRY_ON_FAIL_AT_MOST = { retryOnFail: true, maxTries: 5, waitBetweenTries: 5000 };

const ONE_PER_SECOND = { batching: { batch: { batchSize: 1, batchInterval: 1000 } } };

export const OUR_NODE: Variant = {
	id: 'whatsloop',
	title: 'WhatsLoop (this package)',
	graph: (account) => single(ourNode(account)),
};

export const OUR_NODE_ONE_BY_ONE: Variant = {
	id: 'whatsloop-one-by-one',
	title: 'WhatsLoop, Concurrency 1',
	graph: (account) => single(ourNode(account, { concurrency: 1 })),
};

export const HTTP_REQUEST: Variant = {
	id: 'http',
	title: 'HTTP Request',
	graph: (account) => single(httpRequest(account)),
};

/** Our node and what n8n offers without it, in the order of the tables. */
export const VARIANTS: readonly Variant[] = [
	OUR_NODE,
	HTTP_REQUEST,
	{
		id: 'http-retry',
		title: 'HTTP Request, Retry On Fail (5 tries, 5 s)',
		graph: (account) => single(httpRequest(account, {}, RETRY_ON_FAIL_AT_MOST)),
	},
	{
		id: 'http-batching',
		title: 'HTTP Request, batching (1 per second)',
		graph: (account) => single(httpRequest(account, ONE_PER_SECOND)),
	},
	{ id: 'http-loop', title: 'Loop, HTTP Request, Wait 1 s', graph: loopAndWait },
];
