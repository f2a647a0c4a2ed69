import type {
	IBinaryData,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
} from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { runItems } from '../../../nodes/WhatsLoop/execution/runItems';
import { WhatsLoop } from '../../../nodes/WhatsLoop/WhatsLoop.node';
import { RESUME_URL } from '../../requests/samples';

export const GO_ACCOUNT = { apiVersion: 'go', baseUrl: 'http://127.0.0.1:1/api/v1', apiToken: 'a-token' };
export const CLOUD_ACCOUNT = { apiVersion: 'cloud', baseUrl: 'http://127.0.0.1:1/v1', apiToken: 'wl_token' };

export interface FakeOptions {
	credential?: IDataObject;
	items?: INodeExecutionData[];
	/** Returns the body of the answer to each request. It may throw. */
	answer?: (request: IHttpRequestOptions) => unknown;
	signedBinaryUrl?: string;
	resumeBaseUrl?: string;
}

/** The requests and effects of one run of the node. */
export interface Recorded {
	requests: IHttpRequestOptions[];
	waits: Date[];
	hints: string[];
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
	const recorded: Recorded = { requests: [], waits: [], hints: [], checksSignatures: false, output: [] };
	const items = options.items ?? [{ json: {} }];
	const values = complete(parameters);
	const signedBinaryUrl = options.signedBinaryUrl ?? 'http://127.0.0.1:2/rest/binary-data/signed?token=abc';
	const resumeBaseUrl = options.resumeBaseUrl ?? RESUME_URL;
	const context = {
		getNodeParameter: (name: string, _itemIndex: number, fallback: unknown) => values[name] ?? fallback,
		getInputData: () => items,
		getNode: () => ({ name: 'WhatsLoop', type: 'whatsLoop', typeVersion: 1, parameters: values }),
		getCredentials: async () => options.credential ?? GO_ACCOUNT,
		continueOnFail: () => false,
		getMode: () => 'manual',
		sendMessageToUI: () => undefined,
		getExecutionCancelSignal: () => undefined,
		getContext: () => ({}),
		getWorkflow: () => ({ id: 'workflow' }),
		getWorkflowDataProxy: () => ({ $runIndex: 0 }),
		addExecutionHints: ({ message }: { message: string }) => recorded.hints.push(message),
		putExecutionToWait: async (date: Date) => recorded.waits.push(date),
		setSignatureValidationRequired: () => (recorded.checksSignatures = true),
		getSignedResumeUrl: (query: Record<string, string> = {}) =>
			`${resumeBaseUrl}?${new URLSearchParams({ ...query, signature: 'signed' }).toString()}`,
		logger: { debug: () => undefined, warn: () => undefined, info: () => undefined, error: () => undefined },
		helpers: {
			createBinarySignedUrl: () => signedBinaryUrl,
			prepareBinaryData: async (bytes: Buffer, fileName: string, mimeType: string): Promise<IBinaryData> => ({
				data: bytes.toString('base64'),
				fileName,
				mimeType,
			}),
			httpRequestWithAuthentication: async (_type: string, request: IHttpRequestOptions) => {
				recorded.requests.push(request);
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
