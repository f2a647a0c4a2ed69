import { EventEmitter } from 'node:events';
import { HookContext, WebhookContext } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	IWebhookData,
	IWorkflowExecuteAdditionalData,
	WorkflowActivateMode,
} from 'n8n-workflow';
import { NodeHelpers, Workflow } from 'n8n-workflow';
import type { Engine } from './engine';

export const PRODUCTION_BASE = 'https://n8n.example.com/webhook';

/** Express's response, as far as the trigger uses it. */
export class FakeResponse extends EventEmitter {
	statusCode = 200;
	headersSent = false;
	json: unknown;
	/** When the answer was given; `performance.now()`. */
	answeredAt?: number;

	status(statusCode: number): { json: (body: unknown) => void } {
		this.statusCode = statusCode;
		return {
			json: (body) => {
				this.json = body;
				this.headersSent = true;
				this.answeredAt = performance.now();
				this.emit('finish');
			},
		};
	}
}

export interface Call {
	body: string | Buffer;
	headers?: IDataObject;
	query?: IDataObject;
	mode?: 'webhook' | 'manual';
}

export interface CallResult {
	status: number;
	json: unknown;
	items?: INodeExecutionData[];
	response: FakeResponse;
}

/** A trigger node in n8n-core with its static data. It is activated, called and deactivated as by n8n. */
export class TriggerHarness {
	/** Level and text of each log line of the node. */
	readonly log: Array<[level: string, text: string]> = [];
	private static counter = 0;
	private readonly workflow: Workflow;
	private readonly node: INode;
	private readonly nodeType: INodeType;
	private readonly additionalData: IWorkflowExecuteAdditionalData;

	constructor(
		engine: Engine,
		credential: ICredentialDataDecryptedObject,
		parameters: INodeParameters = {},
		webhookBaseUrl = PRODUCTION_BASE,
		staticData: IDataObject = {},
	) {
		engine.credentials.current = credential;
		this.nodeType = engine.loader.nodeTypes.whatsLoopTrigger.type as INodeType;
		const id = `trigger-${TriggerHarness.counter++}`;
		this.node = {
			id,
			name: 'WhatsLoop Trigger',
			type: 'n8n-nodes-whatsloop.whatsLoopTrigger',
			typeVersion: 1.1,
			position: [0, 0],
			parameters,
			webhookId: id,
			credentials: { whatsLoopApi: { id: 'c1', name: 'My WhatsLoop' } },
		};
		const get = () => this.nodeType;
		const nodeTypes: INodeTypes = {
			getByName: get,
			getByNameAndVersion: (_type, version) => NodeHelpers.getVersionedNodeType(this.nodeType, version),
			getKnownTypes: () => engine.loader.known.nodes,
		};
		this.workflow = new Workflow({
			id: `w-${id}`,
			name: 'w',
			nodes: [this.node],
			connections: {},
			active: true,
			nodeTypes,
			settings: {},
			staticData,
		});
		this.additionalData = {
			credentialsHelper: engine.credentials,
			webhookBaseUrl,
			webhookTestBaseUrl: webhookBaseUrl.replace(/webhook$/, 'webhook-test'),
			webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
			formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
			restApiUrl: 'http://127.0.0.1/rest',
			instanceBaseUrl: 'http://127.0.0.1/',
			variables: {},
			setExecutionStatus: () => undefined,
		} as unknown as IWorkflowExecuteAdditionalData;
	}

	get staticData(): IDataObject {
		return this.workflow.getStaticData('node', this.workflow.getNode(this.node.name)!);
	}

	lines(level: string): string[] {
		return this.log.filter(([each]) => each === level).map(([, text]) => text);
	}

	async activate(activation: WorkflowActivateMode = 'activate'): Promise<boolean> {
		return await this.hooks().create.call(this.hookContext(activation));
	}

	async deactivate(): Promise<boolean> {
		return await this.hooks().delete.call(this.hookContext('activate'));
	}

	webhookContext(
		{ body, headers = {}, query = {}, mode = 'webhook' }: Call,
		response = new FakeResponse(),
	): WebhookContext {
		const rawBody = Buffer.from(body as string);
		const httpRequest = {
			rawBody,
			headers: { 'content-type': 'application/json', ...headers },
			query,
			params: {},
			body: {},
		};
		const additionalData = {
			...this.additionalData,
			httpRequest,
			httpResponse: response,
		} as unknown as IWorkflowExecuteAdditionalData;
		return this.withLog(
			new WebhookContext(this.workflow, this.current(), additionalData, mode, this.webhookData(), [], null),
		);
	}

	async call(call: Call): Promise<CallResult> {
		const response = new FakeResponse();
		const result = await this.nodeType.webhook?.call(this.webhookContext(call, response));
		const items = result?.workflowData?.[0];
		// like n8n, which answers by itself if the node has not
		const json: unknown = result?.noWebhookResponse ? response.json : result?.webhookResponse;
		return { status: response.statusCode, json, items, response };
	}

	private hooks() {
		const hooks = this.nodeType.webhookMethods?.default;
		if (!hooks) throw new Error('The trigger has no webhook methods');
		return hooks;
	}

	/** The workflow fills in defaults, so its node differs from the one that it was made from. */
	private current(): INode {
		return this.workflow.getNode(this.node.name)!;
	}

	private webhookData(): IWebhookData {
		const [webhookDescription] = this.nodeType.description.webhooks ?? [];
		return {
			webhookDescription,
			node: this.node.name,
			path: 'webhook',
			httpMethod: 'POST',
			workflowId: this.workflow.id,
			workflowExecuteAdditionalData: this.additionalData,
		} as IWebhookData;
	}

	private hookContext(activation: WorkflowActivateMode): HookContext {
		return this.withLog(
			new HookContext(this.workflow, this.current(), this.additionalData, 'trigger', activation, this.webhookData()),
		);
	}

	private withLog<T extends object>(context: T): T {
		const write = (level: string) => (text: string) => void this.log.push([level, text]);
		const logger = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
		return Object.defineProperty(context, 'logger', { value: logger });
	}
}
