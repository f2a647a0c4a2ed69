import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Values } from '../contracts/contract';
import type { ParameterReader } from '../input/ParameterReader';
import type { CallKind } from '../transport/retryPolicy';

/** What an operation's answer is turned into. */
export interface Answer {
	/** The JSON body of WhatsLoop's answer. */
	body: IDataObject | IDataObject[];
	/** What was asked for. */
	values: Values;
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
