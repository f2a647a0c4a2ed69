import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INode } from 'n8n-workflow';
import { node } from '../../test/e2e/support/nodes';

/** A server that a workflow tells of each event that reached it. */
export interface Recorder {
	/** IDs of messages, one for each time that the workflow ran. In an event the chat comes before the ID. */
	reached: string[];
	/** The node that tells it; comes after the trigger. */
	node: INode;
	close: () => void;
}

export async function startRecorder(): Promise<Recorder> {
	const reached: string[] = [];
	const server = createServer(({ url = '/' }, response) => {
		const id = new URL(url, 'http://127.0.0.1').searchParams.get('id') ?? '';
		reached.push(id.split('_').at(-1)!);
		response.end('{}');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const url = `={{ "http://127.0.0.1:${port}/?id=" + encodeURIComponent($json.message.id) }}`;
	return {
		reached,
		node: node(
			'Tell',
			'n8n-nodes-base.httpRequest',
			{ method: 'POST', url, options: {} },
			{ typeVersion: 4.2, position: [220, 0] },
		),
		close: () => server.close(),
	};
}
