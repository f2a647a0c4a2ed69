import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answer, Contract } from '../contracts/endpoint';
import { Fields, findProblem } from '../contracts/fields';
import { routeOf } from '../contracts';
import type { Fault } from '../faults/fault';
import { isDelay, type FaultMoment } from '../faults/faultList';
import { drawTrip } from '../faults/roundTrip';
import { spoil } from '../faults/spoil';
import type { RequestRecord } from '../state/request';
import { isAnswered, transmit, type Outgoing } from '../faults/outgoing';
import { parseBody } from './parseBody';
import { bearerToken, recordRequest, splitUrl } from './recordRequest';
import type { SandboxContext } from '../context/sandboxContext';

/**
 * One request to either API, from arrival to answer: log → faults before → token → rate limit → endpoint → faults
 * after → answer. Every request with a right token counts against the limit, whatever is wrong with it otherwise.
 */
export async function handleApiRequest(
	context: SandboxContext,
	request: FastifyRequest,
	reply: FastifyReply,
): Promise<void> {
	const { contract, endpointPath } = routeOf(splitUrl(request.url)[0]);
	const record = recordRequest(context.state, request, contract, endpointPath);
	let backMs = 0;
	const takeFault = async (moment: FaultMoment) => {
		const faults = context.faults.take({ ...record, token: bearerToken(request) }, moment);
		record.faults.push(...faults.map(({ kind }) => kind));
		backMs += await playDelays(faults);
		return faults.find((fault) => !isDelay(fault));
	};

	let fault = await takeFault('before');
	let outgoing: Outgoing | undefined;
	if (!fault) {
		outgoing = await answer(context, contract, record, Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));
		if (outgoing.statusCode < 300) fault = await takeFault('after');
	}
	record.handledAfterMs = performance.now() - record.arrivedAtMs;
	if (backMs > 0) await delay(backMs, undefined, { ref: false });
	const final = fault ? spoil(fault, contract, outgoing) : outgoing!;
	if (isAnswered(final)) {
		record.statusCode = final.statusCode;
		record.tookMs = performance.now() - record.arrivedAtMs;
	}
	await transmit(reply, final);
}

/** Waits out the delays on the way there. @returns milliseconds that the answer takes on its way back */
async function playDelays(faults: Fault[]): Promise<number> {
	let backMs = 0;
	for (const fault of faults) {
		if (fault.kind === 'latency') await delay(fault.latencyMs, undefined, { ref: false });
		if (fault.kind !== 'roundTrip') continue;
		const trip = drawTrip(fault.quantiles, Math.random);
		await delay(trip.thereMs, undefined, { ref: false });
		backMs += trip.backMs;
	}
	return backMs;
}

/** The answer without any faults. */
async function answer(
	context: SandboxContext,
	contract: Contract,
	record: RequestRecord,
	rawBody: Buffer,
): Promise<Outgoing> {
	const account = context.state.accounts.find(({ id }) => id === record.accountId);
	if (!account) return asJson({ statusCode: 401, body: contract.failureBody('Unauthenticated') });

	const { accepted, headers } = context.limiter.take(account.id);
	if (!accepted) return asJson({ statusCode: 429, body: contract.failureBody('Too Many Requests') }, headers);

	const rows = contract.endpoints.filter(({ path }) => path === record.endpoint);
	const endpoint = rows.find(({ method }) => method === record.method);
	if (!endpoint) {
		if (rows.length === 0) return asJson({ statusCode: 404, body: contract.failureBody('Not Found') }, headers);
		const allow = rows.map(({ method }) => method).join(', ');
		const body = contract.failureBody('Method not Allowed');
		return asJson({ statusCode: 405, body }, { ...headers, Allow: allow });
	}

	const contentType = record.headers['content-type'] ?? '';
	record.body = rawBody.length === 0 ? undefined : await parseBody(rawBody, contentType, contract.readsAsPhp);
	const values = record.method === 'GET' ? record.query : rawBody.length === 0 ? {} : record.body;
	if (!values) return asJson({ statusCode: 400, body: contract.failureBody('The body is no JSON object') }, headers);
	const problem = findProblem(endpoint.fields, values, context.state.settings.refusesAsOlderCode);
	if (problem) return asJson({ statusCode: 422, body: contract.problemBody(problem) }, headers);

	const call = { state: context.state, account, contract, endpoint, request: record, fields: new Fields(values) };
	return asJson(await endpoint.apply(call), headers);
}

const asJson = ({ statusCode, body }: Answer, headers: Record<string, string> = {}): Outgoing => ({
	statusCode,
	headers,
	body: JSON.stringify(body),
	transmission: { kind: 'whole' },
});
