import { Agent, request } from 'node:http';
import type { FuzzRequest } from './webhookRequests';

/** @returns the HTTP status, or the code of what went wrong with the connection */
async function sendOne(url: string, { body, headers }: FuzzRequest, agent: Agent): Promise<number | string> {
	return await new Promise((resolve) => {
		const outgoing = request(
			url,
			{ method: 'POST', agent, headers: { ...headers, 'content-length': body.length } },
			(answer) => {
				answer.resume();
				answer.once('end', () => resolve(answer.statusCode ?? 0));
				answer.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
			},
		);
		outgoing.setTimeout(60_000, () => outgoing.destroy(new Error('no answer within 60 s')));
		outgoing.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
		outgoing.end(body);
	});
}

/** Sends all requests over a fixed number of connections, in their order, and returns what each was answered with. */
export async function sendAll(
	url: string,
	requests: readonly FuzzRequest[],
	connections: number,
): Promise<Array<number | string>> {
	const agent = new Agent({ keepAlive: true, maxSockets: connections });
	const answers: Array<number | string> = [];
	let next = 0;
	const worker = async () => {
		for (let index = next++; index < requests.length; index = next++) {
			answers[index] = await sendOne(url, requests[index], agent);
		}
	};
	await Promise.all(Array.from({ length: connections }, worker)).finally(() => agent.destroy());
	return answers;
}
