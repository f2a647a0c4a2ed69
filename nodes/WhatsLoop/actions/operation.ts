import type { IBinaryKeyData, IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Values } from '../contracts/contract';
import type { ParameterReader } from '../input/ParameterReader';
import type { Account } from '../transport/account';
import type { CallKind } from '../transport/retryPolicy';

/** What an operation's answer is turned into. */
export interface Answer {
	/** The JSON body of WhatsLoop's answer. */
	body: IDataObject | IDataObject[];
	/** What was asked for. */
	values: Values;
}

/** One output item, before it is paired with its input item. */
export interface OutputItem {
	json: IDataObject;
	binary?: IBinaryKeyData;
}

/** One input item on its way through the node, for operations that take more than one request or give a file. */
export interface ItemRun {
	context: IExecuteFunctions;
	itemIndex: number;
	read: ParameterReader;
	simplify: boolean;
	/** One request to WhatsLoop with the account, settings and Additional Fields of the item; gives the answer's JSON body. */
	request: (values: Values) => Promise<IDataObject | IDataObject[]>;
}

/** One operation of the node: what the user fills in, and what it asks WhatsLoop for. How, is up to the contracts. */
export interface Operation {
	/** Stored in users' workflows. */
	value: string;
	/** Title Case, as in the list of operations. */
	name: string;
	/** Sentence case, as in the list of actions of the node. */
	action: string;
	description: string;
	kind: CallKind;
	/** Shown for this operation only; `displayOptions` for it are added where the node is put together. */
	fields: INodeProperties[];
	/** Cleans and checks what the user filled in. Throws InputError. */
	readValues: (read: ParameterReader) => Values;
	/** What only shows with the account at hand, such as an address that it can't reach. Throws InputError. */
	check?: (values: Values, account: Account) => void;
	/** In place of one request: `values` are those of `readValues`. Not for sends, which are one request each. */
	run?: (item: ItemRun, values: Values) => Promise<OutputItem[]>;
	/** After a send was accepted, such as putting the execution to wait. */
	afterSend?: (context: IExecuteFunctions, itemIndex: number) => Promise<void>;
	/** The output with Simplify on; a send has its own, the same for all. */
	simplify?: (answer: Answer) => IDataObject | IDataObject[];
}

/** A group of operations in the node. */
export interface Resource {
	value: string;
	name: string;
	/** The operation that a new node starts with. */
	defaultOperation: string;
	operations: Operation[];
}
