import { randomUUID } from 'node:crypto';
import type { INode, INodeParameters } from 'n8n-workflow';
import type { CredentialReference } from '../../../scripts/n8n/clientTypes';

export const PACKAGE_NAME = 'n8n-nodes-whatsloop';
export const WHATSLOOP_TYPE = `${PACKAGE_NAME}.whatsLoop`;
export const MANUAL_TRIGGER_TYPE = 'n8n-nodes-base.manualTrigger';

/** A node as a workflow holds it. `more` sets what most nodes leave out, such as `onError` or `retryOnFail`. */
export const node = (
	name: string,
	type: string,
	parameters: INodeParameters = {},
	more: Partial<INode> = {},
): INode => ({
	id: randomUUID(),
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters,
	...more,
});

/** The node under test. */
export const whatsLoop = (
	parameters: INodeParameters,
	credential: CredentialReference,
	more: Partial<INode> = {},
): INode => node('WhatsLoop', WHATSLOOP_TYPE, parameters, { credentials: { whatsLoopApi: credential }, ...more });
