import { resources } from '../../../nodes/WhatsLoop/actions';
import type { AskedOperation } from '../../../nodes/WhatsLoop/contracts/contract';

/** The operation `resource.operation` in the form in which the node requests it from a contract. */
export function askedOperation(id: string, name?: string): AskedOperation {
	const [resourceName, operationName] = id.split('.');
	const operation = resources
		.find(({ value }) => value === resourceName)
		?.operations.find(({ value }) => value === operationName);
	return { id, name: name ?? operation?.name ?? id, labels: operation?.labels ?? {} };
}
