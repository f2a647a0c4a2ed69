import type { FastifyRequest } from 'fastify';
import type { Contract } from '../contracts/endpoint';
import type { RequestRecord } from '../state/request';
import type { SandboxState } from '../state/sandboxState';

/** The token of an `Authorization: Bearer` header. */
export function bearerToken(request: FastifyRequest): string | undefined {
	return /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}

/** Enters a request into the log. The token itself stays out of it. */
export function recordRequest(
	state: SandboxState,
	request: FastifyRequest,
	contract: Contract,
	endpoint: string,
): RequestRecord {
	const arrivedAtMs = performance.now();
	const [path, query] = splitUrl(request.url);
	const token = bearerToken(request);
	const account = state.accounts.find((known) => known.contract === contract.name && known.token === token);
	const verdict = account ? 'right' : request.headers.authorization === undefined ? 'missing' : 'wrong';
	const record: RequestRecord = {
		id: state.requests.length + 1,
		arrivedAtMs,
		method: request.method,
		path,
		contract: contract.name,
		endpoint,
		query: Object.fromEntries(new URLSearchParams(query)),
		headers: headersWithoutToken(request, verdict),
		token: verdict,
		accountId: account?.id,
		rawBody: Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '',
		faults: [],
	};
	state.requests.push(record);
	return record;
}

/** Path and query of a request's URL. */
export function splitUrl(url: string): [path: string, query: string] {
	const [path = '', ...rest] = url.split('?');
	return [path, rest.join('?')];
}

function headersWithoutToken(request: FastifyRequest, verdict: RequestRecord['token']): Record<string, string> {
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
	if (headers.authorization !== undefined) headers.authorization = `(${verdict} token)`;
	return headers;
}
