import { readPath } from '../readPath';

/** One client reads the bare string in `data`, another `message_id` or `id`; the last two are tolerance. */
const MESSAGE_ID_PATHS = ['data', 'data.message_id', 'data.id', 'data.messageId', 'data.key.id'];

/** The id may be missing or a number; a send never fails for that. */
export function readMessageId(body: unknown): string | undefined {
	for (const path of MESSAGE_ID_PATHS) {
		const id = readPath(body, path);
		if (typeof id === 'string' && id !== '') return id;
		if (typeof id === 'number') return String(id);
	}
	return undefined;
}
