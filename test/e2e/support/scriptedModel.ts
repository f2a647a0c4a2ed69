import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A tool as the agent offers it to the model. */
export interface OfferedTool {
	name: string;
	description: string;
	/** JSON schema of its arguments. */
	parameters: { properties?: Record<string, { type?: string; description?: string }>; required?: string[] };
}

/** The part of OpenAI's request that the tests read. */
interface ChatCompletionRequest {
	tools?: Array<{ function: OfferedTool }>;
	messages: ModelRequest['messages'];
}

export interface ModelRequest {
	tools: OfferedTool[];
	messages: Array<{ role: string; content: unknown }>;
}

/** What the model says next: it calls tools, or it answers. */
export type Turn = { call: Array<{ tool: string; arguments: unknown }> } | { say: string };

export interface ScriptedModel {
	/** For the field Base URL of an OpenAI credential. */
	baseUrl: string;
	/** Everything it was asked, in order. */
	requests: ModelRequest[];
	close(): void;
}

const asMessage = (turn: Turn, turnIndex: number) =>
	'say' in turn
		? { role: 'assistant', content: turn.say }
		: {
				role: 'assistant',
				content: null,
				tool_calls: turn.call.map(({ tool, arguments: given }, index) => ({
					id: `call_${turnIndex}_${index}`,
					type: 'function',
					function: { name: tool, arguments: JSON.stringify(given) },
				})),
			};

/**
 * A stand-in for a language model that speaks OpenAI's chat completions.
 *
 * @param script a list of answers, given in this order to any request, or a function that finds an answer
 */
export async function startScriptedModel(script: Turn[] | ((request: ModelRequest) => Turn)): Promise<ScriptedModel> {
	const requests: ModelRequest[] = [];
	const server: Server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as ChatCompletionRequest;
			const asked = { tools: (body.tools ?? []).map((tool) => tool.function), messages: body.messages };
			const turn =
				typeof script === 'function' ? script(asked) : (script[requests.length] ?? { say: 'The script is over.' });
			requests.push(asked);
			response.setHeader('content-type', 'application/json');
			response.end(
				JSON.stringify({
					id: `chatcmpl-${requests.length}`,
					object: 'chat.completion',
					created: 1,
					model: 'scripted',
					choices: [
						{
							index: 0,
							message: asMessage(turn, requests.length),
							finish_reason: 'say' in turn ? 'stop' : 'tool_calls',
						},
					],
					usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
				}),
			);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return { baseUrl: `http://127.0.0.1:${port}/v1`, requests, close: () => server.close() };
}
