import { InputError } from '../input/InputError';
import { chat } from './chat';
import { contact } from './contact';
import { group } from './group';
import { instance } from './instance';
import { message } from './message';
import { product } from './product';
import type { Operation, Resource } from './operation';

/**
 * Everything the node can do, in the order of the panel: messages are what most people come for. To add a resource, add
 * a folder beside this file and an entry here.
 */
export const resources: Resource[] = [message, chat, contact, group, instance, product];

/** @throws InputError for names that this version of the package does not know */
export function operationFor(resourceName: string, operationName: string): Operation {
	const resource = resources.find(({ value }) => value === resourceName);
	const operation = resource?.operations.find(({ value }) => value === operationName);
	if (!operation) {
		throw new InputError(
			`The operation "${operationName}" of "${resourceName}" is not known`,
			'Choose another one in the node, or update the package n8n-nodes-whatsloop.',
		);
	}
	return operation;
}
