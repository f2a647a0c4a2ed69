import { setTimeout as delay } from 'node:timers/promises';
import type { Sandbox } from '../../sandbox';
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
