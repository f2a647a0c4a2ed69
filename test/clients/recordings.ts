import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One HTTP request of a public client, as it leaves that client. `{token}` and `{messageId}` are filled in on replay. */
export interface RecordedRequest {
	method: 'GET' | 'POST' | 'DELETE';
	/** Below the base URL, with its query. */
	path: string;
	headers: Record<string, string>;
	body?: string;
	/** The state that the request needs: `disconnected` is a WhatsApp that is not linked. */
	needs?: 'disconnected';
	/** The reason why the node has no request on this path. */
	node?: string;
}

/** A client that the authors of this package did not write. Only what it sends is recorded, none of its code. */
export interface RecordedClient {
	contract: 'go' | 'cloud';
	host: string;
	/** `seen`: a client of WhatsLoop itself. `sibling`: of the platform with word-for-word the same documentation. */
	known: 'seen' | 'sibling';
	source: string;
	/** Date on which the source was read. */
	lookedAt: string;
	judgesSuccessBy: string;
	requests: RecordedRequest[];
	/** Endpoint → field in which the node's request differs → reason. */
	differences: Record<string, Record<string, string>>;
}

const FOLDER = join(__dirname, 'recorded');

/** Every recorded client, by the name of its file. */
export const recordings: Array<[name: string, client: RecordedClient]> = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.json'))
	.sort()
	.map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as RecordedClient]);
