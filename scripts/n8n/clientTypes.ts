import type {
	ExecutionStatus,
	IConnections,
	INode,
	IPinData,
	IRunExecutionData,
	IWorkflowSettings,
} from 'n8n-workflow';

export type { ExecutionStatus };

/** Statuses after which an execution does not go on by itself. A waiting one does, so it is not among them. */
export const SETTLED: readonly ExecutionStatus[] = ['success', 'error', 'crashed', 'canceled'];

export interface Owner {
	email: string;
	firstName: string;
	lastName: string;
	password: string;
}

/** How a node refers to a credential. */
export interface CredentialReference {
	id: string;
	name: string;
}

export interface CredentialTestResult {
	status: 'OK' | 'Error';
	message: string;
}

/** What n8n exports and imports. */
export interface WorkflowDraft {
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: IWorkflowSettings;
	pinData?: IPinData;
}

export interface SavedWorkflow extends WorkflowDraft {
	id: string;
	versionId: string;
	active: boolean;
}

export interface ExecutionSummary {
	id: string;
	status: ExecutionStatus;
	mode: string;
	workflowId: string;
	/** ISO 8601; null or absent while it has not begun or ended. */
	startedAt?: string | null;
	stoppedAt?: string | null;
}

export interface Execution extends ExecutionSummary {
	data: IRunExecutionData;
}

export interface PublicationStatus {
	status: 'in_progress' | 'published' | 'partial' | 'failed' | 'not_published';
	triggers: Array<{ nodeId: string; status: string; errorMessage: string | null }>;
}

export interface WebhookCall {
	method?: 'GET' | 'POST' | 'HEAD';
	/** Sent as it is where it is text or bytes, else as JSON. */
	body?: unknown;
	headers?: Record<string, string>;
	query?: Record<string, string>;
}

export interface WebhookAnswer {
	status: number;
	body: string;
	headers: Record<string, string | string[] | undefined>;
}
