import { resources } from '../../../nodes/WhatsLoop/actions';
import type { AskedOperation } from '../../../nodes/WhatsLoop/contracts/contract';

/** An operation of the node, by `resource.operation`, as the node asks a contract for it. */
export function askedOperation(id: string, name?: string): AskedOperation {
	const [resourceName, operationName] = id.split('.');
	const operation = resources
		.find(({ value }) => value === resourceName)
		?.operations.find(({ value }) => value === operationName);
	return { id, name: name ?? operation?.name ?? id, labels: operation?.labels ?? {} };
}
