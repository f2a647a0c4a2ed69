/** How often each message arrived. Every message has its own text. */
export interface Deliveries {
	/** Messages that arrived exactly once. */
	once: number;
	/** Messages that never arrived. */
	lost: number;
	/** Messages that arrived more than once. */
	duplicated: number;
	/** Arrivals beyond the first of each message. */
	extraCopies: number;
}

/** Counts, text by text, how often each message that was to be sent has arrived. */
export function countDeliveries(sent: readonly string[], arrived: readonly string[]): Deliveries {
	const copies = new Map<string, number>(sent.map((text) => [text, 0]));
	for (const text of arrived) {
		const before = copies.get(text);
		if (before !== undefined) copies.set(text, before + 1);
	}
	const counts = [...copies.values()];
	return {
		once: counts.filter((count) => count === 1).length,
		lost: counts.filter((count) => count === 0).length,
		duplicated: counts.filter((count) => count > 1).length,
		extraCopies: counts.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
	};
}
