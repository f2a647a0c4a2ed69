import { readPath } from '../readPath';

/** One client reads the bare string in `data`, another reads `message_id` or `id`. The last two are guesses. */
const MESSAGE_ID_PATHS = ['data', 'data.message_id', 'data.id', 'data.messageId', 'data.key.id'];

/** The ID may be missing, or be a number. A send does not fail because of that. */
export function readMessageId(body: unknown): string | undefined {
	for (const path of MESSAGE_ID_PATHS) {
		const id = readPath(body, path);
		if (typeof id === 'string' && id !== '') return id;
		if (typeof id === 'number') return String(id);
	}
	return undefined;
}
