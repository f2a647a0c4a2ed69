import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { InputError } from './InputError';

/**
 * n8n stores an error together with its node. The node's parameters are left out, because they hold message texts and
 * phone numbers.
 */
export const nodeForErrors = (node: INode): INode => ({ ...node, parameters: {} });

/**
 * Turns anything that was thrown into one of n8n's two kinds of error. An error of the request helper is one already.
 *
 * @param itemIndex the item that n8n points at
 */
export function toNodeError(node: INode, thrown: unknown, itemIndex?: number): NodeApiError | NodeOperationError {
	if (thrown instanceof NodeApiError || thrown instanceof NodeOperationError) return thrown;
	const description = thrown instanceof InputError ? thrown.description : undefined;
	const error = new NodeOperationError(nodeForErrors(node), thrown as Error, { description, itemIndex });
	// n8n replaces a message in which it finds an error code, even inside a word that the user filled in
	if (thrown instanceof InputError) error.message = thrown.message;
	return error;
}
