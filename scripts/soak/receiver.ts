import { setTimeout as delay } from 'node:timers/promises';
import type { Sandbox } from '../../sandbox';
import type { N8nClient } from '../n8n/client';
import type { ExecutionSummary } from '../n8n/clientTypes';
import { waitFor } from '../process/waitFor';
import type { InboundEvent } from './accounting';
import type { Random } from './random';

/** Retries enough for an event to outlive a start of n8n on a busy machine: the last one comes after five minutes. */
export const WEBHOOK_RETRIES = { retries: 10, backOffMs: 300 };

const DELIVERIES_TIMEOUT_SECONDS = 330;

/** Lets messages arrive at the account, and follows how each event gets to n8n. */
export class Receiver {
	readonly events: Array<InboundEvent & { delivery: number }> = [];
	private readonly watch = setInterval(() => this.look(), 20);

	constructor(
		private readonly sandbox: Sandbox,
		private readonly random: Random,
	) {}

	/** @param pauseMs at most this long between two messages */
	async receiveUntil(isOver: () => boolean, pauseMs: number): Promise<void> {
		while (!isOver()) {
			const { id } = this.sandbox.receive({
				from: `9665000${20_000 + this.random.between(1, 12)}`,
				text: `event ${this.events.length}`,
			});
			const delivery = this.sandbox.deliveries.length - 1;
			this.events.push({ id, sentAtMs: performance.now(), attempts: 0, delivery });
			await delay(this.random.between(pauseMs / 20, pauseMs));
		}
	}

	/** Waits until the service has delivered each event or given it up. */
	async untilDelivered(): Promise<void> {
		await waitFor(() => this.sandbox.deliveries.every(({ state }) => state !== 'pending'), {
			timeoutSeconds: DELIVERIES_TIMEOUT_SECONDS,
			what: 'the deliveries of all events',
		});
		this.look();
	}

	get taken(): InboundEvent[] {
		return this.events.filter(({ takenAtMs }) => takenAtMs !== undefined);
	}

	close(): void {
		clearInterval(this.watch);
	}

	private look(): void {
		for (const event of this.events) {
			const { state, attempts } = this.sandbox.deliveries[event.delivery];
			event.attempts = attempts.length;
			if (state === 'delivered') event.takenAtMs ??= performance.now();
		}
	}
}

/** n8n lists at most this many at a time, the newest. Each kill leaves a few that crashed. */
const MOST_LISTED = 100;

/** Executions of the trigger's workflow, each with all of its data as one text. */
async function executionsAsText(client: N8nClient, filter: { workflowId: string; status?: string[] }) {
	const path = `/rest/executions?filter=${encodeURIComponent(JSON.stringify(filter))}&limit=${MOST_LISTED}`;
	const { results } = await client.request<{ results: ExecutionSummary[] }>('GET', path);
	const executions: Array<{ id: string; status: string; text: string }> = [];
	for (const { id, status } of results) {
		executions.push({ id, status, text: JSON.stringify(await client.readExecution(id)) });
	}
	return executions;
}

/** The events whose execution n8n lists as crashed: it was killed while they ran. */
export async function crashedEvents(
	client: N8nClient,
	workflowId: string,
	events: readonly InboundEvent[],
): Promise<Set<string>> {
	const executions = await executionsAsText(client, { workflowId, status: ['crashed'] });
	return new Set(events.map(({ id }) => id).filter((id) => executions.some(({ text }) => text.includes(id))));
}

const LONGEST_ERROR = 500;

/** What is known of events that are lost, a line for each: how they were delivered, and what n8n says of them. */
export async function storyOfLost(
	client: N8nClient,
	workflowId: string,
	lost: readonly InboundEvent[],
	killsAtMs: readonly number[],
): Promise<string[]> {
	if (lost.length === 0) return [];
	const executions = await executionsAsText(client, { workflowId });
	return lost.map(({ id, attempts, sentAtMs, takenAtMs = Number.NaN }) => {
		const own = executions.filter(({ text }) => text.includes(id));
		const ended = own.map(({ id: executionId, status, text }) => {
			const error = /"error":.*/.exec(text)?.[0].slice(0, LONGEST_ERROR) ?? 'no error';
			return `execution ${executionId} is "${status}" (${error})`;
		});
		const kills = killsAtMs.map((killMs) => `${Math.round(killMs - sentAtMs)} ms`).join(', ');
		return (
			`event ${id} is lost: ${attempts} deliveries, taken ${Math.round(takenAtMs - sentAtMs)} ms after the first one, ` +
			`n8n was killed after ${kills}; n8n says: ${ended.join(', ') || `nothing (in the newest ${executions.length} executions)`}`
		);
	});
}
