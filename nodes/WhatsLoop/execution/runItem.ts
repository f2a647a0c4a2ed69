import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import type { Body, PreparedItem } from '../actions/operation';
import { buildRequest } from '../contracts/buildRequest';
import type { Values } from '../contracts/contract';
import { readDelivery, type Delivery } from '../fields/delivery';
import { readAdditionalFields, readSimplify } from '../fields/options';
import { readRecipient } from '../fields/recipient';
import type { ParameterReader } from '../input/ParameterReader';
import { asObject } from '../input/records';
import { simplifySend } from '../output/simplifySend';
import { withoutErrorKey } from '../output/withoutErrorKey';
import { isUncertain, requestWhatsLoop } from '../transport/request';
import { systemClock } from '../transport/wait';
import { fingerprintOf } from './fingerprint';
import { lookForSent } from './lookForSent';
import { serverTimeMs } from './readSent';
import type { Run } from './run';
import { sentOutput } from './sentOutput';
import { findEarlier } from './skipSent';

function toOutput({ operation, account }: Run, prepared: PreparedItem, body: Body, read: ParameterReader): Body {
	if (!readSimplify(read)) return body;
	if (operation.kind === 'send') return simplifySend(account.contract, body, readRecipient(read), Date.now());
	return prepared.simplify(body);
}

/** Each entry of a list becomes an item. Only a read gets here with one: a list does not prove that anything was sent or done. */
const jsonOfItems = (output: Body): IDataObject[] =>
	Array.isArray(output) ? output.map(asObject) : [asObject(output)];

/** A random time in the range that the user gave. It is drawn anew before each send. */
const pauseMs = ({ pauseFromSeconds, pauseToSeconds }: Delivery): number =>
	1000 * (pauseFromSeconds + systemClock.random() * (pauseToSeconds - pauseFromSeconds));

/** Sends one request for the item, with the account, settings and Additional Fields of it. */
function requester(context: IExecuteFunctions, run: Run, read: ParameterReader, settings: Delivery) {
	const { account, resource, operation, meter } = run;
	const { name, labels, kind } = operation;
	const asked = { id: `${resource}.${operation.value}`, name, labels };
	const extras = { channelId: account.channelId, additionalFields: readAdditionalFields(read) };
	return async (values: Values): Promise<Body> => {
		const call = buildRequest(account.contract, asked, values, extras);
		const pause = kind === 'send' ? pauseMs(settings) : 0;
		const request = { call, kind, account, settings, itemIndex: read.itemIndex, pauseMs: pause };
		return await requestWhatsLoop(context, request, systemClock, meter);
	};
}

/** What became of an item: its output, and the ID of its message. */
interface Done {
	output: INodeExecutionData[];
	messageId?: string;
}

async function runOperation(
	context: IExecuteFunctions,
	run: Run,
	read: ParameterReader,
	prepared: PreparedItem,
	request: (values: Values) => Promise<Body>,
): Promise<Done> {
	const { itemIndex } = read;
	const pairedItem = { item: itemIndex };
	if (prepared.run) {
		const results = await prepared.run({ context, itemIndex, read, simplify: readSimplify(read), request });
		return { output: results.map(({ json, binary }) => ({ json: withoutErrorKey(json), binary, pairedItem })) };
	}
	const body = await request(prepared.values);
	const json = jsonOfItems(toOutput(run, prepared, body, read));
	return {
		output: json.map((each) => ({ json: withoutErrorKey(each), pairedItem })),
		messageId: run.operation.kind === 'send' ? run.account.contract.readMessageId(body) : undefined,
	};
}

/** If an error leaves open whether the item was sent, the chat may show it. */
async function lookAfter(
	error: unknown,
	context: IExecuteFunctions,
	run: Run,
	read: ParameterReader,
	prepared: PreparedItem,
	settings: Delivery,
	startedAtMs: number,
): Promise<Done> {
	if (!(error instanceof NodeApiError) || !isUncertain(error)) throw error;
	const sinceMs = () => serverTimeMs(run, startedAtMs);
	if (run.operation.kind === 'send') {
		const look = await lookForSent(context, run, read, prepared, settings, sinceMs);
		if (typeof look !== 'string') return { output: sentOutput(look, read, 'accepted'), messageId: look.messageId };
		if (look === 'notThere') {
			error.description = `${error.description ?? ''} The chat does not show the message (yet).`.trim();
		}
	}
	run.ledger.rememberUncertain(read.itemIndex, fingerprintOf(run, read, prepared), error, sinceMs());
	throw error;
}

/** One item: read what the user filled in, ask WhatsLoop, shape the answer. */
export async function runItem(
	context: IExecuteFunctions,
	run: Run,
	read: ParameterReader,
): Promise<INodeExecutionData[]> {
	const { operation, account, ledger } = run;
	const { itemIndex } = read;
	const settings = readDelivery(read);
	const prepared = operation.prepare(read);
	prepared.check(account);
	const request = requester(context, run, read, settings);

	const earlier = await findEarlier(context, run, read, prepared, settings);
	if (earlier) return sentOutput(earlier, read, 'alreadySent');

	const startedAtMs = systemClock.monotonicMs();
	const done = await runOperation(context, run, read, prepared, request).catch(
		async (error: unknown) => await lookAfter(error, context, run, read, prepared, settings, startedAtMs),
	);
	if (operation.kind !== 'read') {
		if (done.messageId !== undefined) run.accountedIds.add(done.messageId);
		ledger.rememberSent(itemIndex, fingerprintOf(run, read, prepared), done.output, done.messageId);
	}
	await operation.afterSend?.(context, itemIndex);
	return done.output;
}
