// Sends texts, one after the other, through an HTTP client that follows Retry-After by itself, and prints the statuses.
// These clients are ES modules, which jest does not load: this file runs in a process of its own.
import axios from 'axios';
import axiosRetry from 'axios-retry';
import got from 'got';
import ky from 'ky';
import { Agent, request, RetryAgent } from 'undici';

const [client, url, token, count] = process.argv.slice(2);
const headers = { authorization: `Bearer ${token}` };
const body = (index) => ({ phone: '966501234567', body: `Text ${index}` });
const MAX_RETRIES = 10;

const retryingAxios = axios.create({ proxy: false });
axiosRetry(retryingAxios, { retries: MAX_RETRIES, retryCondition: ({ response }) => response?.status === 429 });
const retryAgent = new RetryAgent(new Agent(), { maxRetries: MAX_RETRIES, methods: ['POST'], statusCodes: [429] });

const SEND = {
	got: async (json) => {
		const retry = { limit: MAX_RETRIES, methods: ['POST'], statusCodes: [429] };
		return (await got.post(url, { json, headers, retry })).statusCode;
	},
	ky: async (json) => {
		const retry = { limit: MAX_RETRIES, methods: ['post'], statusCodes: [429], afterStatusCodes: [429] };
		return (await ky.post(url, { json, headers, retry, timeout: 60_000 })).status;
	},
	'undici RetryAgent': async (json) => {
		const { statusCode, body: answer } = await request(url, {
			dispatcher: retryAgent,
			method: 'POST',
			headers: { ...headers, 'content-type': 'application/json' },
			body: JSON.stringify(json),
		});
		await answer.dump();
		return statusCode;
	},
	'axios-retry': async (json) => (await retryingAxios.post(url, json, { headers })).status,
};

const statuses = [];
for (let index = 0; index < Number(count); index++) statuses.push(await SEND[client](body(index)));
console.log(JSON.stringify(statuses));
await retryAgent.close();
