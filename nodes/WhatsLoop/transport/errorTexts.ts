import type { Contract } from '../contracts/contract';
import { readPath } from '../contracts/readPath';
import { formatDuration, formatUtcTime } from './durations';
import type { Outcome } from './outcome';
import { resembles } from './likeness';
import { redact } from './redact';
import type { CallKind, GiveUp, Progress } from './retryPolicy';

export interface ErrorText {
	message: string;
	description: string;
	/** HTTP status, or the network's code, as n8n keeps it in `httpCode`. */
	httpCode?: string;
}

/** Everything an error text is made from. */
export interface Failure {
	outcome: Outcome;
	because: GiveUp;
	kind: CallKind;
	progress: Progress;
	contract: Contract;
	/** Method and path, without anything a user filled in. */
	requestLine: string;
	/** Must not appear in the text. */
	privateTexts: string[];
	nowMs: number;
}

/** What a status means for the user, where it has a meaning of its own. */
const BY_STATUS: Record<number, { message: string; whatToDo: string }> = {
	401: {
		message: 'WhatsLoop refused the API token',
		whatToDo: 'Check the API Token and the API Version in the credential; "Test" in the credential tells more.',
	},
	403: {
		message: 'WhatsLoop refused access',
		whatToDo: 'Check the API Token in the credential, and whether the plan of the account allows this.',
	},
	404: {
		message: 'WhatsLoop does not know this request or what it asks for',
		whatToDo: 'Check IDs in the fields, and the Base URL and API Version in the credential.',
	},
	405: {
		message: 'WhatsLoop does not know this request',
		whatToDo: 'Check the Base URL and the API Version in the credential.',
	},
};

/** Network codes in words. */
const BY_CODE: Record<string, string> = {
	ECONNREFUSED: 'nothing answers at that address',
	ENOTFOUND: 'that host name is not known',
	EAI_AGAIN: 'host names can not be looked up right now',
	ECONNRESET: 'the connection was closed before an answer came',
	EPIPE: 'the connection was closed before an answer came',
	ECONNABORTED: 'no answer came in time',
	ETIMEDOUT: 'no answer came in time',
	ERR_CANCELED: 'the execution was canceled before an answer came',
};

const NOT_DONE: Record<CallKind, string> = {
	send: 'The message was not sent.',
	change: 'Nothing was changed.',
	read: '',
};

const MAYBE_DONE: Record<CallKind, string> = {
	send: 'The message may or may not have been sent',
	change: 'The change may or may not have been made',
	read: 'WhatsLoop did not answer',
};

/** Replaces the provider's words if they seem to repeat the token or the message. */
const LEFT_OUT = '[hidden, because it repeats what was sent]';

/** Longest piece of the provider's own words in an error. */
const MAX_PROVIDER_CHARACTERS = 300;

function providerText(failure: Failure): string {
	const { outcome, contract, privateTexts } = failure;
	if (outcome.kind !== 'answered') return '';
	const texts = contract.errorTextFields.map((name) => {
		const value = readPath(outcome.body, name);
		return typeof value === 'object' ? readPath(value, 'message') : value;
	});
	const text = texts.find((candidate): candidate is string => typeof candidate === 'string' && candidate.trim() !== '');
	if (text === undefined) return '';
	if (resembles(text, privateTexts)) return LEFT_OUT;
	return redact(text.trim(), privateTexts).slice(0, MAX_PROVIDER_CHARACTERS);
}

function whatHappened(outcome: Outcome): string {
	if (outcome.kind === 'answered') {
		const said = `WhatsLoop answered HTTP ${outcome.statusCode}`;
		return outcome.verdict === 'unproven' ? `${said}, but not that it was done` : said;
	}
	if (outcome.kind === 'heldBack') return 'WhatsLoop asked to wait';
	if (outcome.kind === 'unreadable') return 'the answer was not from the WhatsLoop API (a web page, or cut off)';
	const words = BY_CODE[outcome.code] ?? (outcome.kind === 'neverConnected' ? 'no connection' : 'the connection broke');
	return outcome.code === '' ? words : `${words} (${outcome.code})`;
}

function effort({ progress }: Failure): string {
	if (progress.attempts <= 1) return '';
	return `${progress.attempts} attempts, waited ${formatDuration(progress.waitedMs)}.`;
}

const join = (...parts: string[]) => parts.filter((part) => part !== '').join(' ');

const quote = (text: string) => (text === '' ? '' : `: ${text}`);

function uncertainText(failure: Failure): ErrorText {
	const notRepeated =
		failure.because.reason === 'uncertain'
			? ' It was not tried again, to avoid doing it twice; "Retry When Uncertain" in Sending & Retries would.'
			: '';
	const said = providerText(failure);
	const advice = failure.kind === 'read' ? 'Try again later.' : `Look at the chat before you repeat it.${notRepeated}`;
	return {
		message: `${MAYBE_DONE[failure.kind]}: ${whatHappened(failure.outcome)}`,
		description: join(advice, effort(failure), said === '' ? '' : `WhatsLoop says: ${said}`),
	};
}

/** For a wait that WhatsLoop itself asked for. */
function waitTooLongText(failure: Failure, waitMs: number, limit: 'maxRetryAfter' | 'maxTotalWait'): ErrorText {
	const { outcome } = failure;
	const isRateLimit = outcome.kind === 'heldBack' || (outcome.kind === 'answered' && outcome.statusCode === 429);
	const asked = `asks to wait ${formatDuration(waitMs)}, until ${formatUtcTime(failure.nowMs + waitMs, failure.nowMs)}`;
	const setting =
		limit === 'maxRetryAfter'
			? 'That is longer than "Longest Wait (Seconds)" in Sending & Retries allows.'
			: 'With the waits before, that is longer than "Longest Wait in Total (Seconds)" in Sending & Retries allows.';
	return {
		message: isRateLimit ? `WhatsLoop's rate limit is used up and it ${asked}` : `WhatsLoop is busy and ${asked}`,
		description: join(
			NOT_DONE[failure.kind],
			setting,
			'Run it again after that time, or allow a longer wait.',
			effort(failure),
		),
	};
}

function finalText(failure: Failure): ErrorText {
	const { outcome, kind } = failure;
	if (outcome.kind !== 'answered') {
		return {
			message: `Could not reach WhatsLoop: ${whatHappened(outcome)}`,
			description: join(
				NOT_DONE[kind],
				'Check the Base URL in the credential and the network of n8n.',
				effort(failure),
			),
		};
	}
	const { statusCode } = outcome;
	const said = providerText(failure);
	const known = BY_STATUS[statusCode];
	if (known) {
		return {
			message: `${known.message} (HTTP ${statusCode})${quote(said)}`,
			description: join(NOT_DONE[kind], known.whatToDo, `Request: ${failure.requestLine}.`),
		};
	}
	if (statusCode === 429) {
		const { attempts, waitedMs } = failure.progress;
		const soFar = attempts > 1 ? ` after ${attempts} attempts and ${formatDuration(waitedMs)} of waiting` : '';
		return {
			message: `WhatsLoop's rate limit is ${soFar === '' ? '' : 'still '}used up${soFar}`,
			description: join(
				NOT_DONE[kind],
				'Run it again later, or allow more retries or longer waits in Sending & Retries.',
			),
		};
	}
	if (statusCode >= 500) {
		return {
			message: `WhatsLoop could not handle the request (HTTP ${statusCode})${quote(said)}`,
			description: join(NOT_DONE[kind], 'Try again later.', effort(failure)),
		};
	}
	if (statusCode >= 300 && statusCode < 400) {
		return {
			message: `The Base URL leads somewhere else (HTTP ${statusCode})`,
			description: join(NOT_DONE[kind], 'Fill in the address that it leads to as Base URL in the credential.'),
		};
	}
	return {
		message: `WhatsLoop refused the request${statusCode >= 400 ? ` (HTTP ${statusCode})` : ''}${quote(said)}`,
		description: join(NOT_DONE[kind], 'Correct the fields and run it again.'),
	};
}

function httpCodeOf(outcome: Outcome): string | undefined {
	if (outcome.kind === 'heldBack') return '429';
	return 'statusCode' in outcome ? String(outcome.statusCode) : outcome.code || undefined;
}

/** What happened, what to do, how often it was tried and how long was waited; nothing secret. */
export function errorText(failure: Failure): ErrorText {
	const { outcome, because } = failure;
	const httpCode = httpCodeOf(outcome);
	const brokeOff = outcome.kind === 'broken' || outcome.kind === 'unreadable';
	const uncertain = brokeOff || (failure.kind !== 'read' && failure.progress.mayHaveArrived);
	if (uncertain) return { ...uncertainText(failure), httpCode };
	if (because.reason === 'waitTooLong' && because.asked) {
		return { ...waitTooLongText(failure, because.waitMs, because.limit), httpCode };
	}
	return { ...finalText(failure), httpCode };
}
