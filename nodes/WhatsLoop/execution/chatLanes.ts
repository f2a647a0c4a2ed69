/**
 * How many items to look ahead past busy chats. Each look reads an item's recipient. Without this limit, ten thousand
 * items
 * for the same chat would be read before the first one is sent.
 */
const LOOK_AHEAD = 200;

interface Item {
	index: number;
	/** Undefined for an item that need not wait for any other. */
	chat: string | undefined;
}

/** Hands out items so that one chat never has two under way, and keeps its input order. */
class ChatLanes {
	private next = 0;

	/** Chats with an item under way, each with its items that wait. */
	private readonly busy = new Map<string, number[]>();

	private waitingCount = 0;

	/** Items that waited for their chat, which is free now. */
	private readonly ready: Item[] = [];

	constructor(
		private readonly itemCount: number,
		private readonly chatOf: (itemIndex: number) => string | undefined,
	) {}

	/** @returns undefined where nothing can start right now */
	take(): Item | undefined {
		const item = this.ready.shift() ?? this.lookAhead();
		if (item?.chat !== undefined && !this.busy.has(item.chat)) this.busy.set(item.chat, []);
		return item;
	}

	private lookAhead(): Item | undefined {
		while (this.next < this.itemCount && this.waitingCount < LOOK_AHEAD) {
			const index = this.next++;
			const chat = this.chatOf(index);
			const waiting = chat === undefined ? undefined : this.busy.get(chat);
			if (waiting === undefined) return { index, chat };
			waiting.push(index);
			this.waitingCount++;
		}
		return undefined;
	}

	/** To be called when an item has ended: the next of its chat may start. */
	release({ chat }: Item): void {
		if (chat === undefined) return;
		const index = this.busy.get(chat)?.shift();
		if (index === undefined) {
			this.busy.delete(chat);
			return;
		}
		this.waitingCount--;
		this.ready.push({ index, chat });
	}
}

/**
 * Runs a task for every item: up to `concurrency` at once, those of one chat strictly one after the other in input order.
 *
 * A task that throws ends the run: nothing new starts, what is under way ends, then the error of the lowest item is thrown.
 *
 * @param chatOf the chat of an item; undefined for an item that need not wait for any other
 */
export async function runInChatLanes(
	itemCount: number,
	concurrency: number,
	chatOf: (itemIndex: number) => string | undefined,
	task: (itemIndex: number) => Promise<void>,
): Promise<void> {
	const lanes = new ChatLanes(itemCount, chatOf);
	const failures: Array<{ itemIndex: number; error: unknown }> = [];
	let underWay = 0;

	await new Promise<void>((resolve) => {
		const run = async (item: Item) => {
			try {
				await task(item.index);
			} catch (error) {
				failures.push({ itemIndex: item.index, error });
			}
			underWay--;
			lanes.release(item);
			startMore();
		};
		const startMore = () => {
			while (underWay < concurrency && failures.length === 0) {
				const item = lanes.take();
				if (item === undefined) break;
				underWay++;
				void run(item);
			}
			if (underWay === 0) resolve();
		};
		startMore();
	});

	if (failures.length === 0) return;
	throw failures.reduce((lowest, failure) => (failure.itemIndex < lowest.itemIndex ? failure : lowest)).error;
}
