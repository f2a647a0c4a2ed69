import { Agent } from 'node:http';
import axios from 'axios';

export interface BurstCall {
	body: string;
	headers: Record<string, string>;
}

/** Sends all calls as fast as they are answered, over a fixed number of connections that stay open. */
export async function sendBurst(url: string, calls: readonly BurstCall[], connections: number): Promise<number[]> {
	const httpAgent = new Agent({ keepAlive: true, maxSockets: connections });
	const http = axios.create({
		httpAgent,
		proxy: false,
		validateStatus: () => true,
		transformRequest: (data: unknown) => data,
	});
	const statusCodes: number[] = [];
	let next = 0;
	const worker = async () => {
		for (let index = next++; index < calls.length; index = next++) {
			const { body, headers } = calls[index];
			statusCodes[index] = (
				await http.post(url, body, { headers: { 'content-type': 'application/json', ...headers } })
			).status;
		}
	};
	try {
		await Promise.all(Array.from({ length: connections }, worker));
	} finally {
		httpAgent.destroy();
	}
	return statusCodes;
}
