import type {
	IBinaryData,
	IContextObject,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
} from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { runItems } from '../../../nodes/WhatsLoop/execution/runItems';
import type { HttpAnswer } from '../../../nodes/WhatsLoop/transport/outcome';
import { WhatsLoop } from '../../../nodes/WhatsLoop/WhatsLoop.node';
import { RESUME_URL } from '../../requests/samples';

export const GO_ACCOUNT = { apiVersion: 'go', baseUrl: 'http://127.0.0.1:1/api/v1', apiToken: 'a-token' };
export const CLOUD_ACCOUNT = { apiVersion: 'cloud', baseUrl: 'http://127.0.0.1:1/v1', apiToken: 'wl_token' };

let accounts = 0;

/** Another account each time: what is known of one (its limit, its pauses) must not reach the next test. */
export const newGoAccount = () => ({ ...GO_ACCOUNT, apiToken: `token-${++accounts}` });

export interface FakeOptions {
	credential?: IDataObject;
	items?: INodeExecutionData[];
	/** Returns the body of the answer to each request. It may throw. */
	answer?: (request: IHttpRequestOptions) => unknown;
	/** Returns the whole answer instead, with its status. */
	respond?: (request: IHttpRequestOptions) => HttpAnswer | Promise<HttpAnswer>;
	/** Called for each item's own parameters; without it all items have the same. */
	parametersOf?: (itemIndex: number) => IDataObject;
	/** What n8n keeps with the execution: for all nodes, and for this one. A retry gets the same again. */
	kept?: { flow: IContextObject; node: IContextObject };
	continueOnFail?: boolean;
	signal?: AbortSignal;
	signedBinaryUrl?: string;
	resumeBaseUrl?: string;
}

/** The requests and effects of one run of the node. */
export interface Recorded {
	requests: IHttpRequestOptions[];
	waits: Date[];
	hints: string[];
	/** What was told to the browser, and what was logged. */
	told: string[];
	logged: string[];
	/** Notes that n8n keeps with the execution. */
	notes: string[];
	/** Whether n8n was told to check the signatures of links. */
	checksSignatures: boolean;
	output: INodeExecutionData[];
}

const { description } = new WhatsLoop();

/** Parameters as n8n gives them to the node: with the defaults of the fields that the panel shows. */
export const complete = (parameters: IDataObject): IDataObject =>
	NodeHelpers.getNodeParameters(
		description.properties,
		parameters as never,
		true,
		false,
		{ typeVersion: 1 } as never,
		description,
	) as IDataObject;

/** Runs the node as n8n would. The answers come from the test, without a network. */
export async function runNode(parameters: IDataObject, options: FakeOptions = {}): Promise<Recorded> {
	const recorded: Recorded = {
		requests: [],
		waits: [],
		hints: [],
		told: [],
		logged: [],
		notes: [],
		checksSignatures: false,
		output: [],
	};
	const items = options.items ?? [{ json: {} }];
	const values = complete(parameters);
	const valuesOf = (itemIndex: number) =>
		options.parametersOf ? complete({ ...parameters, ...options.parametersOf(itemIndex) }) : values;
	const kept = options.kept ?? { flow: {}, node: {} };
	const note = (_key: string, value: string) => recorded.notes.push(value);
	const signedBinaryUrl = options.signedBinaryUrl ?? 'http://127.0.0.1:2/rest/binary-data/signed?token=abc';
	const resumeBaseUrl = options.resumeBaseUrl ?? RESUME_URL;
	const context = {
		getNodeParameter: (name: string, itemIndex: number, fallback: unknown) => valuesOf(itemIndex)[name] ?? fallback,
		getInputData: () => items,
		getNode: () => ({ name: 'WhatsLoop', type: 'whatsLoop', typeVersion: 1, parameters: values }),
		getCredentials: async () => options.credential ?? GO_ACCOUNT,
		continueOnFail: () => options.continueOnFail ?? false,
		getMode: () => 'manual',
		sendMessageToUI: (text: string) => recorded.told.push(text),
		getExecutionCancelSignal: () => options.signal,
		getContext: (type: 'flow' | 'node') => kept[type],
		getWorkflow: () => ({ id: 'workflow' }),
		getWorkflowDataProxy: () => ({ $runIndex: 0, $execution: { customData: { set: note } } }),
		addExecutionHints: ({ message }: { message: string }) => recorded.hints.push(message),
		putExecutionToWait: async (date: Date) => recorded.waits.push(date),
		setSignatureValidationRequired: () => (recorded.checksSignatures = true),
		getSignedResumeUrl: (query: Record<string, string> = {}) =>
			`${resumeBaseUrl}?${new URLSearchParams({ ...query, signature: 'signed' }).toString()}`,
		logger: {
			debug: () => undefined,
			warn: () => undefined,
			info: (text: string) => recorded.logged.push(text),
			error: () => undefined,
		},
		helpers: {
			createBinarySignedUrl: () => signedBinaryUrl,
			prepareBinaryData: async (bytes: Buffer, fileName: string, mimeType: string): Promise<IBinaryData> => ({
				data: bytes.toString('base64'),
				fileName,
				mimeType,
			}),
			httpRequestWithAuthentication: async (_type: string, request: IHttpRequestOptions) => {
				recorded.requests.push(request);
				if (options.respond) return await options.respond(request);
				const body = options.answer ? options.answer(request) : { success: true, data: {} };
				return { statusCode: 200, headers: {}, body };
			},
		},
	};
	[recorded.output] = await runItems(context as unknown as IExecuteFunctions);
	return recorded;
}

/** Path below the base URL. */
export const pathOf = ({ url }: IHttpRequestOptions): string => new URL(url).pathname.replace(/^\/(api\/)?v1\//, '');
