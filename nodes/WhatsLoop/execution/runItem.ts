import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { buildRequest } from '../contracts/buildRequest';
import type { Values } from '../contracts/contract';
import { readDelivery } from '../fields/delivery';
import type { ParameterReader } from '../input/ParameterReader';
import { simplifySend } from '../output/simplifySend';
import { withoutErrorKey } from '../output/withoutErrorKey';
import type { Account } from '../transport/account';
import { requestWhatsLoop, uncertainError } from '../transport/request';
import { systemClock } from '../transport/wait';
import type { WaitMeter } from '../transport/waitMeter';
import type { Operation } from '../actions/operation';
import type { SentLedger } from './sentLedger';

/** What all items of one run have in common. */
export interface Run {
	account: Account;
	/** Of the operation, as in `message.sendText`. */
	resource: string;
	operation: Operation;
	ledger: SentLedger;
	meter: WaitMeter;
}

function toOutput({ operation, account }: Run, body: IDataObject | IDataObject[], values: Values, simplify: boolean) {
	if (!simplify) return body;
	if (operation.kind === 'send') return simplifySend(account.contract, body, values, Date.now());
	return operation.simplify?.({ body, values }) ?? body;
}

const asObject = (data: unknown): IDataObject =>
	typeof data === 'object' && data !== null && !Array.isArray(data)
		? (data as IDataObject)
		: { data: data as IDataObject[] };

/** A list that was read becomes an item for each entry; a send is one item, whatever the shape of its answer. */
const jsonOfItems = ({ kind }: Operation, output: IDataObject | IDataObject[]): IDataObject[] =>
	kind === 'read' && Array.isArray(output) ? output.map(asObject) : [asObject(output)];

/** One item: read what the user filled in, ask WhatsLoop, shape the answer. */
export async function runItem(
	context: IExecuteFunctions,
	run: Run,
	read: ParameterReader,
): Promise<INodeExecutionData[]> {
	const { account, resource, operation, ledger, meter } = run;
	const { itemIndex } = read;
	const settings = readDelivery(read.raw('delivery', {}) as IDataObject);

	const known = ledger.find(itemIndex);
	if (known && 'sent' in known) return known.sent;
	if (known && !settings.retryUncertain) throw uncertainError(context, known.uncertain, itemIndex);

	const values = operation.readValues(read);
	operation.check?.(values, account);
	const simplify = read.option('options', 'simplify') !== false;
	const additionalFields = read.jsonObject(read.option('options', 'additionalFields'), 'Additional Fields');
	const id = `${resource}.${operation.value}`;
	const request = async (asked: Values) => {
		const call = buildRequest(account.contract, id, operation.name, asked, account.channelId, additionalFields);
		return await requestWhatsLoop(
			context,
			{ call, kind: operation.kind, account, settings, itemIndex },
			systemClock,
			meter,
		);
	};
	const pairedItem = { item: itemIndex };

	if (operation.run) {
		const results = await operation.run({ context, itemIndex, read, simplify, request }, values);
		return results.map(({ json, binary }) => ({ json: withoutErrorKey(json), binary, pairedItem }));
	}
	const body = await request(values);
	await operation.afterSend?.(context, itemIndex);
	return jsonOfItems(operation, toOutput(run, body, values, simplify)).map((json) => ({
		json: withoutErrorKey(json),
		pairedItem,
	}));
}
