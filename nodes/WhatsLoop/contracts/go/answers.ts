import { readPath } from '../readPath';

/** `data.key.id`, such as `BAE5…`. */
export function readMessageId(body: unknown): string | undefined {
	const id = readPath(body, 'data.key.id');
	return typeof id === 'string' && id !== '' ? id : undefined;
}
