import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// n8n-core reads these when its container is first used, so they are set before it is imported.
const userFolder = mkdtempSync(join(tmpdir(), 'whatsloop-engine-'));
process.env.N8N_USER_FOLDER = userFolder;
process.env.N8N_ENCRYPTION_KEY = 'key-of-the-engine-tests';
process.env.N8N_LOG_LEVEL = 'silent';

import { CredentialTestContext, ExecutionLifecycleHooks, PackageDirectoryLoader, WorkflowExecute } from 'n8n-core';
import { SSHClientsManager } from 'n8n-core/dist/execution-engine/ssh-clients-manager';
import { Container } from '@n8n/di';
import type {
	IConnections,
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	IDataObject,
	INode,
	INodeCredentialTestResult,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	IRun,
	IWorkflowExecuteAdditionalData,
	NodeApiError,
	NodeExecutionHint,
} from 'n8n-workflow';
import { NodeHelpers, Workflow } from 'n8n-workflow';
import { CredentialsStandIn } from './credentials';

const PROJECT = resolve(__dirname, '../../..');

export interface RunOptions {
	parameters: INodeParameters;
	/** JSON of the input items; one empty item when absent. */
	items?: Array<INodeExecutionData['json']>;
	credential: ICredentialDataDecryptedObject;
	/** Settings of the node, such as `onError` or `retryOnFail`. */
	settings?: Partial<INode>;
	/** The credential's ID. Runs that overlap need different ones. */
	credentialId?: string;
	/** Static data of the workflow, which the run may change. */
	staticData?: IDataObject;
	/** Called with each message that n8n would send to the editor. */
	onUi?: (data: unknown) => void;
}

export interface RunResult {
	/** The items of the node's first output, or undefined if it failed. */
	items: INodeExecutionData[];
	/** The items of the error output, with `onError: continueErrorOutput`. */
	errorItems: INodeExecutionData[];
	error?: NodeApiError;
	hints: NodeExecutionHint[];
	status: IRun['status'];
}

/** Replaces n8n's own manual trigger, so that n8n-nodes-base is not needed. */
class ManualTrigger implements INodeType {
	description = {
		displayName: 'Manual',
		name: 'manualTrigger',
		group: ['trigger' as const],
		version: 1,
		description: '',
		defaults: { name: 'Manual' },
		inputs: [],
		outputs: ['main' as const],
		properties: [],
	};

	constructor(private readonly items: INodeExecutionData[]) {}

	execute = (): Promise<INodeExecutionData[][]> => Promise.resolve([this.items]);
}

/** n8n's real execution engine with the built package. Build first: it loads the files that `package.json` names. */
export class Engine {
	readonly credentials: CredentialsStandIn;

	private constructor(readonly loader: PackageDirectoryLoader) {
		this.credentials = new CredentialsStandIn(loader);
	}

	static async load(): Promise<Engine> {
		const loader = new PackageDirectoryLoader(PROJECT);
		await loader.loadAll();
		return new Engine(loader);
	}

	/** n8n-core starts a clean-up timer that would keep jest alive. */
	close(): void {
		Container.get(SSHClientsManager).onShutdown();
		rmSync(userFolder, { recursive: true, force: true });
	}

	/** A module of the built package, in the instance that the loaded node uses. */
	builtModule<T>(path: string): T {
		// eslint-disable-next-line @typescript-eslint/no-require-imports -- must come from the same registry as the node
		return require(join(PROJECT, 'dist', path)) as T;
	}

	get whatsLoop(): INodeType {
		return this.loader.nodeTypes.whatsLoop.type as INodeType;
	}

	/** Manual trigger with the items → the node. */
	start(options: RunOptions) {
		const { parameters, items = [{}], credential, settings = {}, credentialId = 'c1', staticData } = options;
		if (options.credentialId === undefined) this.credentials.current = credential;
		else this.credentials.byId.set(credentialId, credential);
		const trigger = this.node('Manual', 'n8n-nodes-base.manualTrigger', {});
		const node: INode = {
			...this.node('WhatsLoop', 'n8n-nodes-whatsloop.whatsLoop', parameters),
			credentials: { whatsLoopApi: { id: credentialId, name: 'My WhatsLoop' } },
			...settings,
		};
		const connections: IConnections = { Manual: { main: [[{ node: 'WhatsLoop', type: 'main', index: 0 }]] } };
		const nodes = [trigger, node];
		const nodeTypes = this.nodeTypes(items.map((json) => ({ json })));
		const workflow = new Workflow({
			id: 'w1',
			name: 'w',
			nodes,
			connections,
			active: false,
			nodeTypes,
			staticData,
			settings: {},
		});
		const additionalData = { ...this.additionalData(nodes, connections), sendDataToUI: options.onUi };
		const execution = new WorkflowExecute(additionalData as IWorkflowExecuteAdditionalData, 'manual');
		const startNode = workflow.getNode('Manual')!;
		// n8n-core up to 2.4 takes them one by one.
		const run = execution.run.bind(execution) as unknown as (...args: unknown[]) => ReturnType<WorkflowExecute['run']>;
		return execution.run.length > 1 ? run(workflow, startNode) : execution.run({ workflow, startNode });
	}

	async run(options: RunOptions): Promise<RunResult> {
		return this.resultOf(await this.start(options));
	}

	resultOf(run: IRun): RunResult {
		const [task] = run.data.resultData.runData.WhatsLoop ?? [];
		const [items, errorItems] = task?.data?.main ?? [];
		return {
			items: items ?? [],
			errorItems: errorItems ?? [],
			error: (task?.error ?? run.data.resultData.error) as NodeApiError | undefined,
			hints: task?.hints ?? [],
			status: run.status,
		};
	}

	/** What *Test* in the credential does. */
	async testCredential(data: ICredentialDataDecryptedObject): Promise<INodeCredentialTestResult> {
		const credential: ICredentialsDecrypted = { id: 'c1', name: 'My WhatsLoop', type: 'whatsLoopApi', data };
		const test = this.whatsLoop.methods?.credentialTest?.whatsLoopApiTest;
		if (!test) throw new Error('The node has no credential test');
		return await test.call(new CredentialTestContext(), credential);
	}

	private node(name: string, type: string, parameters: INodeParameters): INode {
		return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
	}

	private nodeTypes(items: INodeExecutionData[]): INodeTypes {
		const get = (type: string): INodeType =>
			type === 'n8n-nodes-base.manualTrigger' ? new ManualTrigger(items) : this.whatsLoop;
		return {
			getByName: get,
			getByNameAndVersion: (type, version) => NodeHelpers.getVersionedNodeType(get(type), version),
			getKnownTypes: () => this.loader.known.nodes,
		};
	}

	private additionalData(nodes: INode[], connections: IConnections): IWorkflowExecuteAdditionalData {
		const workflowData = { id: 'w1', name: 'w', nodes, connections, active: false, settings: {} };
		const nothing = () => undefined;
		// as in n8n, every execution has its own ID, because the node remembers things by it
		const executionId = randomUUID();
		return {
			credentialsHelper: this.credentials,
			executionId,
			restApiUrl: 'http://127.0.0.1/rest',
			instanceBaseUrl: 'http://127.0.0.1/',
			webhookBaseUrl: 'http://127.0.0.1/webhook',
			webhookTestBaseUrl: 'http://127.0.0.1/webhook-test',
			// newer versions of n8n-core want absolute addresses here
			webhookWaitingBaseUrl: 'http://127.0.0.1/webhook-waiting',
			formWaitingBaseUrl: 'http://127.0.0.1/form-waiting',
			variables: {},
			setExecutionStatus: nothing,
			sendDataToUI: nothing,
			logAiEvent: nothing,
			hooks: new ExecutionLifecycleHooks('manual', executionId, workflowData as never),
		} as unknown as IWorkflowExecuteAdditionalData;
	}
}
