import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Body, Operation, PreparedItem } from '../actions/operation';
import { buildRequest } from '../contracts/buildRequest';
import type { Values } from '../contracts/contract';
import { readDelivery } from '../fields/delivery';
import { readAdditionalFields, readSimplify } from '../fields/options';
import { readRecipient } from '../fields/recipient';
import type { ParameterReader } from '../input/ParameterReader';
import { asObject } from '../input/records';
import { simplifySend } from '../output/simplifySend';
import { withoutErrorKey } from '../output/withoutErrorKey';
import type { Account } from '../transport/account';
import { requestWhatsLoop, uncertainError } from '../transport/request';
import { systemClock } from '../transport/wait';
import type { WaitMeter } from '../transport/waitMeter';
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

function toOutput({ operation, account }: Run, prepared: PreparedItem, body: Body, read: ParameterReader): Body {
	if (!readSimplify(read)) return body;
	if (operation.kind === 'send') return simplifySend(account.contract, body, readRecipient(read), Date.now());
	return prepared.simplify(body);
}

/** A list that was read becomes an item for each entry; a send is one item, whatever the shape of its answer. */
const jsonOfItems = ({ kind }: Operation, output: Body): IDataObject[] =>
	kind === 'read' && Array.isArray(output) ? output.map(asObject) : [asObject(output)];

/** One item: read what the user filled in, ask WhatsLoop, shape the answer. */
export async function runItem(
	context: IExecuteFunctions,
	run: Run,
	read: ParameterReader,
): Promise<INodeExecutionData[]> {
	const { account, resource, operation, ledger, meter } = run;
	const { itemIndex } = read;
	const settings = readDelivery(read);

	const known = ledger.find(itemIndex);
	if (known && 'sent' in known) return known.sent;
	if (known && !settings.retryUncertain) throw uncertainError(context, known.uncertain, itemIndex);

	const prepared = operation.prepare(read);
	prepared.check(account);
	const { name, labels, kind } = operation;
	const asked = { id: `${resource}.${operation.value}`, name, labels };
	const extras = { channelId: account.channelId, additionalFields: readAdditionalFields(read) };
	const request = async (values: Values) => {
		const call = buildRequest(account.contract, asked, values, extras);
		return await requestWhatsLoop(context, { call, kind, account, settings, itemIndex }, systemClock, meter);
	};
	const pairedItem = { item: itemIndex };

	if (prepared.run) {
		const results = await prepared.run({ context, itemIndex, read, simplify: readSimplify(read), request });
		return results.map(({ json, binary }) => ({ json: withoutErrorKey(json), binary, pairedItem }));
	}
	const body = await request(prepared.values);
	await operation.afterSend?.(context, itemIndex);
	return jsonOfItems(operation, toOutput(run, prepared, body, read)).map((json) => ({
		json: withoutErrorKey(json),
		pairedItem,
	}));
}
