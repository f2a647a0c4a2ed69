import { claimOf, errorWords, failureWords, indexOf, isFailure, toldCount, type Evidence } from './evidence';
import { CHATS, DELIVERY, isKnown, triesOf } from './settings';

/** A rule for every cell. @returns what is wrong, in words */
export type Invariant = (evidence: Evidence) => string[];

const outputOf = ({ items, errorItems }: Evidence) => [...items, ...errorItems];

const timesAccepted = ({ accepted }: Evidence, item: number) => accepted.filter((index) => index === item).length;

const isSend = ({ cell }: Evidence) => cell.kind === 'send';

/** Requests of an item that reached the server, in the whole run. */
const requestsOf = ({ requests }: Evidence, index: number) => requests.filter(({ item }) => item === index).length;

const goesOn = ({ cell }: Evidence) => cell.setting === 'continue' || cell.setting === 'error output';

const endsInBoundedTime: Invariant = ({ tookMs }) => (tookMs === undefined ? ['it did not end'] : []);

const everyItemComesOutOrOneErrorSaysHowManyWentOut: Invariant = (evidence) => {
	const { count } = evidence.cell.layout;
	const { error } = evidence;
	if (evidence.tookMs === undefined) return [];
	if (error === undefined) {
		const indexes = outputOf(evidence).map(indexOf);
		const missing = Array.from({ length: count }, (_, index) => index).filter((index) => !indexes.includes(index));
		return [
			...(indexes.length === count ? [] : [`${indexes.length} items came out`]),
			...(missing.length === 0 ? [] : [`items ${missing.join(', ')} did not come out`]),
		];
	}
	if (goesOn(evidence)) return ['it stopped although it was to go on'];
	if (!isSend(evidence) || count === 1) return [];
	const told = toldCount(evidence);
	return told?.of === count ? [] : [`the error does not say how many of ${count} went out: ${errorWords(evidence)}`];
};

const outputsKeepTheOrderOfTheInput: Invariant = ({ items, errorItems }) =>
	[items, errorItems].flatMap((output) => {
		const indexes = output.map(indexOf);
		const sorted = [...indexes].sort((a, b) => (a ?? -1) - (b ?? -1));
		return JSON.stringify(indexes) === JSON.stringify(sorted) ? [] : [`order of the output: ${indexes.join(', ')}`];
	});

const nothingIsSentTwice: Invariant = (evidence) =>
	[...new Set(evidence.accepted)]
		.filter((item) => timesAccepted(evidence, item) > 1)
		.map((item) => `item ${item} was sent ${timesAccepted(evidence, item)} times`);

const whatIsCalledSentWasSent: Invariant = (evidence) => {
	if (!isSend(evidence)) return [];
	return outputOf(evidence)
		.filter((item) => !isFailure(item))
		.flatMap((item) => {
			const index = indexOf(item) ?? -1;
			if (timesAccepted(evidence, index) !== 1) return [`item ${index} is called sent, and was not`];
			const { messageId } = item.json;
			const isKnownId = typeof messageId !== 'string' || evidence.acceptedIds.includes(messageId);
			return isKnownId ? [] : [`item ${index} has the ID of no message`];
		});
};

const whatIsCalledNotSentWasNotSent: Invariant = (evidence) => {
	if (!isSend(evidence)) return [];
	return outputOf(evidence)
		.filter((item) => isFailure(item) && claimOf(failureWords(item)) === 'notSent')
		.flatMap((item) => {
			const index = indexOf(item) ?? -1;
			return timesAccepted(evidence, index) > 0 ? [`item ${index} is called not sent, and was`] : [];
		});
};

const everyErrorSaysWhetherItWasSent: Invariant = (evidence) => {
	if (!isSend(evidence)) return [];
	const texts = [
		...outputOf(evidence).filter(isFailure).map(failureWords),
		...(evidence.error === undefined ? [] : [errorWords(evidence)]),
	];
	return texts.filter((text) => claimOf(text) === 'nothing').map((text) => `an error leaves it open: ${text}`);
};

/** How many more items may be uncertain: those that were under way when the run ended. */
const theErrorCountsRight: Invariant = (evidence) => {
	const told = toldCount(evidence);
	if (!isSend(evidence) || evidence.error === undefined || told === undefined) return [];
	const went = new Set(evidence.accepted).size;
	const { fault, layout } = evidence.cell;
	const uncertain = fault.acts ? (fault.persists ? layout.concurrency * triesOf(evidence.cell.setting) : 1) : 0;
	return went >= told.sent && went <= told.sent + uncertain
		? []
		: [`the error says ${told.sent} went out, it were ${went}`];
};

/** If one item has a fault, the others have to be sent. */
const theOthersAreNotHarmed: Invariant = (evidence) => {
	const { cell } = evidence;
	const { fault, layout } = cell;
	if (fault.persists || fault.blocks || !isKnown(cell)) return [];
	if (cell.setting === 'stop' && evidence.error !== undefined) {
		const before = layout.concurrency === 1 ? layout.faultAt : 0;
		const missing = Array.from({ length: before }, (_, item) => item).filter(
			(item) => requestsOf(evidence, item) === 0,
		);
		return missing.map((item) => `item ${item} never went out, although it came before the fault`);
	}
	const harmed = Array.from({ length: layout.count }, (_, item) => item).filter(
		(item) =>
			item !== layout.faultAt && (isSend(evidence) ? timesAccepted(evidence, item) : requestsOf(evidence, item)) === 0,
	);
	return harmed.map((item) => `item ${item} did not go out, and had no fault`);
};

const aChatKeepsItsOrder: Invariant = ({ accepted, cell: { fault, layout } }) =>
	Array.from({ length: CHATS }, (_, chat) => accepted.filter((item) => item % CHATS === chat))
		.map((items) => items.filter((item) => !fault.actsLate || item !== layout.faultAt))
		.filter((items) => items.some((item, place) => place > 0 && item < items[place - 1]))
		.map((items) => `order within a chat: ${items.join(', ')}`);

/** Requests that had left before the answer came may still arrive. */
const nothingComesEarlierThanTold: Invariant = ({ cell, requests, told }) =>
	told.flatMap(({ untilMs, requestsBefore }) => {
		const early = requests.slice(requestsBefore).filter(({ atMs }) => atMs < untilMs).length;
		const underWay = cell.layout.concurrency - 1;
		return early > underWay ? [`${early} requests came before the time that was told`] : [];
	});

const noMoreAttemptsThanAllowed: Invariant = (evidence) => {
	const most = (DELIVERY.maxRetries + 1) * triesOf(evidence.cell.setting);
	return Array.from({ length: evidence.cell.layout.count }, (_, item) => item)
		.filter((item) => requestsOf(evidence, item) > most && !isForgiven(evidence))
		.map((item) => `item ${item} had ${requestsOf(evidence, item)} requests`);
};

/** Refusals that others seem to have caused do not count, within the total wait. */
const isForgiven = ({ cell }: Evidence) => cell.fault.persists === true && cell.fault.name.includes('Remaining 0');

const anUnknownReadIsRefusedBeforeAnyRequest: Invariant = ({ cell, requests }) =>
	!isKnown(cell) && requests.length > 0 ? ['a request was made'] : [];

const nothingSecretIsTold: Invariant = (evidence) => {
	const { secrets, execution, logged, staticData, error } = evidence;
	const { token, text, phone } = secrets;
	const own = [error?.message, error?.description, error?.stack, JSON.stringify(error)].join('\n');
	const places = { execution, logged, staticData, error: own };
	const found = Object.entries(places).flatMap(([place, said]) => [
		...(said.includes(token) || said.includes(token.slice(0, 24)) ? [`the token is in: ${place}`] : []),
		...(said.includes(text) || said.includes('Zebra') ? [`the text is in: ${place}`] : []),
	]);
	const errors = [own, logged, ...outputOf(evidence).filter(isFailure).map(failureWords)].join('\n');
	const numbers = Array.from({ length: CHATS }, (_, chat) => phone(chat)).filter((number) => errors.includes(number));
	return [...found, ...(numbers.length === 0 ? [] : ['a whole number is in an error or a log'])];
};

export const INVARIANTS = {
	endsInBoundedTime,
	everyItemComesOutOrOneErrorSaysHowManyWentOut,
	outputsKeepTheOrderOfTheInput,
	nothingIsSentTwice,
	whatIsCalledSentWasSent,
	whatIsCalledNotSentWasNotSent,
	everyErrorSaysWhetherItWasSent,
	theErrorCountsRight,
	theOthersAreNotHarmed,
	aChatKeepsItsOrder,
	nothingComesEarlierThanTold,
	noMoreAttemptsThanAllowed,
	anUnknownReadIsRefusedBeforeAnyRequest,
	nothingSecretIsTold,
} satisfies Record<string, Invariant>;

/**
 * While the process stands still, a healthy request may run into its Request Timeout. Then these rules may break without a
 * fault of the node. All other rules hold on a machine of any speed.
 */
const NEED_A_STEADY_CLOCK: ReadonlySet<string> = new Set<keyof typeof INVARIANTS>([
	'endsInBoundedTime',
	'theErrorCountsRight',
	'theOthersAreNotHarmed',
	'aChatKeepsItsOrder',
	'nothingComesEarlierThanTold',
]);

export interface Broken {
	/** Name of the invariant, and what does not hold. */
	what: string;
	needsSteadyClock: boolean;
}

/** Everything that does not hold in a cell. */
export const brokenIn = (evidence: Evidence): Broken[] =>
	Object.entries(INVARIANTS).flatMap(([name, holds]) =>
		holds(evidence).map((what) => ({ what: `${name}: ${what}`, needsSteadyClock: NEED_A_STEADY_CLOCK.has(name) })),
	);
