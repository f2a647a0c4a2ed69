/** What the node said of a row. `unknown` is a row of an execution that told nothing, such as a killed one. */
export type RowState = 'sent' | 'failed' | 'unknown';

export interface Row {
	/** Its text. No other row has it. */
	text: string;
	state: RowState;
}

export interface SendAccount {
	rows: number;
	/** Rows that arrived exactly once. */
	once: number;
	/** Rows that did not arrive. The node said that they failed or are uncertain. */
	failedAndNotSent: number;
	/** Rows that arrived once. The node said that they are uncertain. */
	failedAndSentOnce: number;
	/** Texts of rows that arrived more than once. */
	duplicated: string[];
	/** Texts of rows that the node called sent and that did not arrive. */
	lost: string[];
	/** Texts of rows of which no execution said anything. */
	unaccounted: string[];
}

function countTimes(values: readonly string[]): (value: string) => number {
	const times = new Map<string, number>();
	for (const value of values) times.set(value, (times.get(value) ?? 0) + 1);
	return (value) => times.get(value) ?? 0;
}

/** Compares what was asked for, and what the node said of it, with the log of the service. */
export function accountForSends(rows: readonly Row[], arrived: readonly string[]): SendAccount {
	const timesOf = countTimes(arrived);
	const chosen = (accept: (row: Row, times: number) => boolean) =>
		rows.filter((row) => accept(row, timesOf(row.text))).map(({ text }) => text);
	return {
		rows: rows.length,
		once: chosen((_row, times) => times === 1).length,
		failedAndNotSent: chosen(({ state }, times) => state === 'failed' && times === 0).length,
		failedAndSentOnce: chosen(({ state }, times) => state === 'failed' && times === 1).length,
		duplicated: chosen((_row, times) => times > 1),
		lost: chosen(({ state }, times) => state === 'sent' && times === 0),
		unaccounted: chosen(({ state }) => state === 'unknown'),
	};
}

/** An event that the service told the trigger of. */
export interface InboundEvent {
	id: string;
	/** Of the first delivery. */
	sentAtMs: number;
	/** When n8n answered it with 2xx. Undefined where it never did; the service then knows that the event was not taken. */
	takenAtMs?: number;
	attempts: number;
}

export interface EventAccount {
	events: number;
	/** Events that reached the rest of the workflow exactly once. */
	once: number;
	/** Events that needed more than one delivery. */
	redelivered: number;
	/** Events that n8n took, and whose execution n8n lists as crashed. */
	crashed: string[];
	/** Events that reached the workflow twice because n8n was killed before it could answer, so that they came again. */
	againAfterKill: string[];
	/** Events that n8n never answered with 2xx, until the service gave up. */
	givenUp: string[];
	/** Events that reached the workflow more than once without such a reason. */
	duplicated: string[];
	/** Events that n8n took, and that no execution has. */
	lost: string[];
}

export interface EventEvidence {
	/** IDs, one for each time that the rest of the workflow ran. */
	reached: readonly string[];
	/** IDs of the events in the executions that n8n lists as crashed. */
	crashed: ReadonlySet<string>;
	/** When n8n was killed. */
	killsAtMs: readonly number[];
}

/** Compares the events with what reached the workflow, and with what n8n tells of its executions. */
export function accountForEvents(
	events: readonly InboundEvent[],
	{ reached, crashed, killsAtMs }: EventEvidence,
): EventAccount {
	const timesOf = countTimes(reached);
	const chosen = (accept: (event: InboundEvent, times: number) => boolean) =>
		events.filter((event) => accept(event, timesOf(event.id))).map(({ id }) => id);
	const wasTaken = ({ takenAtMs }: InboundEvent) => takenAtMs !== undefined;
	// n8n was killed between the first delivery and the one that it answered
	const cameAgain = ({ sentAtMs, takenAtMs = Infinity, attempts }: InboundEvent) =>
		attempts > 1 && killsAtMs.some((killMs) => killMs >= sentAtMs && killMs <= takenAtMs);
	return {
		events: events.length,
		once: chosen((_event, times) => times === 1).length,
		redelivered: chosen(({ attempts }) => attempts > 1).length,
		crashed: chosen((event, times) => times === 0 && wasTaken(event) && crashed.has(event.id)),
		againAfterKill: chosen((event, times) => times > 1 && cameAgain(event)),
		givenUp: chosen((event, times) => times === 0 && !wasTaken(event)),
		duplicated: chosen((event, times) => times > 1 && !cameAgain(event)),
		lost: chosen((event, times) => times === 0 && wasTaken(event) && !crashed.has(event.id)),
	};
}
