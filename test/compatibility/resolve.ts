import type { INodeParameters, INodeTypeDescription } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';

export interface StoredNode {
	typeVersion: number;
	parameters: INodeParameters;
}

/** A node's parameters as n8n hands them to it (with defaults), or as the editor stores them (without). */
export function resolveParameters(
	description: INodeTypeDescription,
	{ typeVersion, parameters }: StoredNode,
	{ withDefaults }: { withDefaults: boolean },
): INodeParameters {
	const node = { typeVersion } as never;
	const resolved = NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		withDefaults,
		false,
		node,
		description,
	);
	if (!resolved) throw new Error('n8n found no parameters to resolve');
	// Undefined values don't survive being stored.
	return JSON.parse(JSON.stringify(resolved)) as INodeParameters;
}
