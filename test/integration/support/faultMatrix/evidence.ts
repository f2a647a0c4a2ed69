import type { INodeExecutionData, IRun, NodeApiError } from 'n8n-workflow';
import type { SeenRequest, ToldWait } from './frontServer';
import type { Cell } from './settings';

/** What a text says about its item. */
export type Claim = 'sent' | 'notSent' | 'uncertain' | 'nothing';

/** Everything that is known about one run, from the node and from the server. */
export interface Evidence {
	cell: Cell;
	/** Items of the first output. */
	items: INodeExecutionData[];
	/** Items of the error output. */
	errorItems: INodeExecutionData[];
	/** The error that ended the run. */
	error: NodeApiError | undefined;
	/** Item of each message that the server has, in the order of acceptance. */
	accepted: number[];
	/** IDs of these messages. */
	acceptedIds: string[];
	requests: readonly SeenRequest[];
	told: readonly ToldWait[];
	/** Scaled time of the end. */
	endedAtMs: number;
	/** Real time that the run took, or undefined where it did not end. */
	tookMs: number | undefined;
	/** The longest time in which this process did not run, because the machine was busy with something else. */
	longestPauseMs: number;
	/** Outputs, errors, notes and memory of the execution, without the input and the node's own parameters. */
	execution: string;
	/** What was logged, or sent to the editor. */
	logged: string;
	staticData: string;
	secrets: { token: string; text: string; phone: (item: number) => string };
}

const wordsOf = (...parts: unknown[]) => parts.filter((part) => typeof part === 'string').join(' ');

/** What an error says about the item. */
export function claimOf(text: string): Claim {
	if (/may or may not have been (sent|made)/i.test(text)) return 'uncertain';
	if (/was not sent|nothing was (sent|changed)|before this was sent/i.test(text)) return 'notSent';
	return 'nothing';
}

/** Message and description of what ended a run. */
export const errorWords = ({ error }: Evidence): string => wordsOf(error?.message, error?.description);

/** Message and description of a failed item. */
export const failureWords = ({ json }: INodeExecutionData): string => wordsOf(json.error, json.details);

/** The item of the input that an item of the output belongs to. */
export const indexOf = ({ pairedItem }: INodeExecutionData): number | undefined =>
	typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : undefined;

export const isFailure = ({ json }: INodeExecutionData): boolean => 'error' in json;

/** How many items the error says were sent. */
export function toldCount(evidence: Evidence): { sent: number; of: number } | undefined {
	const match = /(\d+) of (\d+) items were sent/.exec(errorWords(evidence));
	return match ? { sent: Number(match[1]), of: Number(match[2]) } : undefined;
}

/** Removes what every execution contains: the workflow's parameters and the input. */
export function executionText({ data }: IRun): string {
	const { runData, error } = data.resultData;
	const context = data.executionData?.contextData;
	const seen = new WeakSet();
	return JSON.stringify([runData.WhatsLoop, error, context, data.resultData.metadata], (key, value: unknown) => {
		if (key === 'source' || key === 'inputData') return undefined;
		if (value instanceof Error) return { ...value, message: value.message, stack: value.stack, cause: value.cause };
		if (typeof value !== 'object' || value === null) return value;
		if (seen.has(value)) return undefined;
		seen.add(value);
		return value;
	});
}
