import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { Labels, Values } from '../contracts/contract';
import { labelsOf } from '../fields/labels';
import type { ParameterReader } from '../input/ParameterReader';
import type { OutputItem } from '../output/outputItem';
import type { Account } from '../transport/account';
import type { CallKind } from '../transport/retryPolicy';

/** The JSON body of WhatsLoop's answer. */
export type Body = IDataObject | IDataObject[];

/** What an operation's answer is turned into. */
interface Answer<V extends Values> {
	body: Body;
	/** What was asked for. */
	values: V;
}

/** One input item, for operations that need more than one request or return a file. */
export interface ItemRun {
	context: IExecuteFunctions;
	itemIndex: number;
	read: ParameterReader;
	simplify: boolean;
	/** One request to WhatsLoop with the account, settings and Additional Fields of the item. */
	request: (values: Values) => Promise<Body>;
}

/** How the panel and its lists call an operation. */
export interface OperationTexts {
	/** Stored in users' workflows. */
	value: string;
	/** Title Case, as in the list of operations. */
	name: string;
	/** Sentence case, as in the list of actions of the node. */
	action: string;
	description: string;
}

interface Common extends OperationTexts {
	kind: CallKind;
	/** Shown for this operation only. The `displayOptions` for it are added where the node is put together. */
	fields: INodeProperties[];
	/** Runs after a send was accepted, such as putting the execution to wait. */
	afterSend?: (context: IExecuteFunctions, itemIndex: number) => Promise<void>;
}

/** One operation of the node: what the user fills in, and what it asks WhatsLoop for. The contracts say how. */
export interface Definition<V extends Values> extends Common {
	/** Labels of values that have no field of the same name. */
	labels?: Labels;
	/** Cleans and checks what the user filled in. Throws InputError. */
	readValues: (read: ParameterReader) => V;
	/** Checks that need the account, such as whether it can reach an address. Throws InputError. */
	check?: (values: V, account: Account) => void;
	/** Replaces the one request. Not for sends, which are one request each. */
	run?: (item: ItemRun, values: V) => Promise<OutputItem[]>;
	/** The output with Simplify on. A send has its own, the same for all. */
	simplify?: (answer: Answer<V>) => IDataObject | IDataObject[];
	/** The words by which a message can be found again in its chat; undefined where it has none. */
	words?: (values: V) => SentWords | undefined;
}

/** The words of a message, and the media type where they are a caption. */
export interface SentWords {
	text: string;
	mediaType?: string;
}

/** The operation for one item, its values read. */
export interface PreparedItem {
	values: Values;
	check: (account: Account) => void;
	run: ((item: ItemRun) => Promise<OutputItem[]>) | undefined;
	simplify: (body: Body) => IDataObject | IDataObject[];
	words: SentWords | undefined;
}

/** An operation without the type of its values, so that all of them fit into one list. */
export interface Operation extends Common {
	/** What each value is called in the panel, for errors. */
	labels: Labels;
	/** Reads what the user filled in. Throws InputError. */
	prepare: (read: ParameterReader) => PreparedItem;
}

/** The type of the values follows from `readValues`. */
export function defineOperation<V extends Values>(definition: Definition<V>): Operation {
	const { labels, readValues, check, run, simplify, words, ...common } = definition;
	return {
		...common,
		labels: { ...labelsOf(common.fields), ...labels },
		prepare: (read) => {
			const values = readValues(read);
			return {
				values,
				check: (account) => check?.(values, account),
				run: run && ((item) => run(item, values)),
				simplify: (body) => simplify?.({ body, values }) ?? body,
				words: words?.(values),
			};
		},
	};
}

/** A group of operations in the node. */
export interface Resource {
	value: string;
	name: string;
	/** The operation that a new node starts with. */
	defaultOperation: string;
	operations: Operation[];
}
