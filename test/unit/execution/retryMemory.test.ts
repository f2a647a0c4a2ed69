import type { IContextObject, INodeExecutionData } from 'n8n-workflow';
import { RetryMemory } from '../../../nodes/WhatsLoop/execution/retryMemory';
import { SentLedger } from '../../../nodes/WhatsLoop/execution/sentLedger';

const output: INodeExecutionData[] = [{ json: { messageId: 'A' }, pairedItem: { item: 0 } }];

/** What n8n keeps of a failed execution. */
function failedExecution(): IContextObject {
	const flowContext = {};
	RetryMemory.prepare(flowContext);
	return flowContext;
}

/** n8n gives each retry a copy of it. */
const retryOf = (flowContext: IContextObject, nodeName = 'Send') =>
	RetryMemory.open(JSON.parse(JSON.stringify(flowContext)) as IContextObject, nodeName);

/** What a retry knows. Each retry has its own ledger. */
const ledgerOf = (retries: RetryMemory | undefined, runIndex = 0) => SentLedger.open({}, runIndex, retries);

/** Whether a promise has settled after all due callbacks have run. */
async function hasSettled(promise: Promise<unknown>): Promise<boolean> {
	let settled = false;
	void promise.then(() => (settled = true));
	await new Promise(setImmediate);
	return settled;
}

test('an execution in which nothing has failed shares nothing', () => {
	expect(RetryMemory.open({}, 'Send')).toBeUndefined();
});

test('a retry knows what an earlier retry of the same execution has sent', () => {
	const execution = failedExecution();
	ledgerOf(retryOf(execution)).rememberSent(3, 'to A', output, 'A');
	const ledger = ledgerOf(retryOf(execution));
	expect(ledger.has(3)).toBe(true);
	expect(ledger.find(3, 'to A')).toEqual({ fingerprint: 'to A', sent: output, messageId: 'A' });
	expect(ledger.messageIds).toEqual(['A']);
});

test('a later retry has priority over the memory of the failed execution', () => {
	const execution = failedExecution();
	const nodeContext = {};
	const failed = SentLedger.open(nodeContext, 0);
	failed.rememberUncertain(0, 'to A', { message: 'x', description: '' } as never, 5);
	failed.keepForNextTry();
	ledgerOf(retryOf(execution)).rememberSent(0, 'to A', output, 'A');
	expect(SentLedger.open(nodeContext, 0, retryOf(execution)).find(0, 'to A')).toHaveProperty('sent');
});

test('an item that two retries sent to different people is remembered for both (the user corrected it in between)', () => {
	const execution = failedExecution();
	ledgerOf(retryOf(execution)).rememberSent(0, 'to A', output, 'A');
	ledgerOf(retryOf(execution)).rememberSent(0, 'to B', output, 'B');
	const ledger = ledgerOf(retryOf(execution));
	expect([ledger.find(0, 'to A'), ledger.find(0, 'to B'), ledger.find(0, 'to C')]).toEqual([
		expect.objectContaining({ messageId: 'A' }),
		expect.objectContaining({ messageId: 'B' }),
		undefined,
	]);
});

test.each<[string, () => SentLedger]>([
	['a retry of another execution', () => ledgerOf(retryOf(failedExecution()))],
	['another node', () => ledgerOf(retryOf(EXECUTION, 'Send Again'))],
	['another round of a loop', () => ledgerOf(retryOf(EXECUTION), 1)],
	['another item', () => ledgerOf(retryOf(EXECUTION))],
])('%s is not answered from it', (name, open) => {
	ledgerOf(retryOf(EXECUTION)).rememberSent(0, 'to A', output, 'A');
	expect(open().find(name === 'another item' ? 1 : 0, 'to A')).toBeUndefined();
});
const EXECUTION = failedExecution();

test('a later node that changes its input does not change the memory', () => {
	const execution = failedExecution();
	const sent: INodeExecutionData[] = [{ json: { messageId: 'A' } }];
	ledgerOf(retryOf(execution)).rememberSent(0, 'to A', sent, 'A');
	sent[0].json.messageId = 'changed';
	expect(ledgerOf(retryOf(execution)).find(0, 'to A')).toMatchObject({ sent: [{ json: { messageId: 'A' } }] });
});

test('of several retries at the same time, each waits until all before it have left the node', async () => {
	const execution = failedExecution();
	const leave = await retryOf(execution)!.enter(undefined);
	const second = retryOf(execution)!.enter(undefined);
	const third = retryOf(execution)!.enter(undefined);
	expect([await hasSettled(second), await hasSettled(third)]).toEqual([false, false]);
	leave();
	expect([await hasSettled(second), await hasSettled(third)]).toEqual([true, false]);
	(await second)();
	expect(await hasSettled(third)).toBe(true);
});

test('Stop ends the wait of the second one at once', async () => {
	const execution = failedExecution();
	await retryOf(execution)!.enter(undefined);
	const stop = new AbortController();
	const second = retryOf(execution)!.enter(stop.signal);
	expect(await hasSettled(second)).toBe(false);
	stop.abort();
	expect(await hasSettled(second)).toBe(true);
});

test('a wait that was stopped before it began ends at once', async () => {
	const execution = failedExecution();
	await retryOf(execution)!.enter(undefined);
	expect(await hasSettled(retryOf(execution)!.enter(AbortSignal.abort()))).toBe(true);
});

test('a memory is in use until all of its retries have left', async () => {
	const execution = failedExecution();
	const memory = retryOf(execution)!;
	const leaveFirst = await memory.enter(undefined);
	const second = memory.enter(undefined);
	expect(memory.isInUse).toBe(true);
	leaveFirst();
	const leaveSecond = await second;
	expect(memory.isInUse).toBe(true);
	leaveSecond();
	await new Promise(setImmediate);
	expect(memory.isInUse).toBe(false);
});

test('an item that is remembered again takes no second place', () => {
	const execution = failedExecution();
	const ledger = ledgerOf(retryOf(execution));
	for (let time = 0; time < 3; time++) ledger.rememberSent(0, 'to A', output, 'A');
	expect(retryOf(execution)!.size).toBe(2);
});

test('no more is forgotten than has to be, the oldest first', () => {
	const [oldest, older, newer] = [failedExecution(), failedExecution(), failedExecution()];
	const fill = (execution: IContextObject, items: number) => {
		const ledger = ledgerOf(retryOf(execution));
		for (let itemIndex = 0; itemIndex < items; itemIndex++) ledger.rememberSent(itemIndex, 'to A', output, 'A');
	};
	fill(oldest, 12_000);
	fill(older, 4000);
	fill(newer, 5000);
	const knows = (execution: IContextObject) => ledgerOf(retryOf(execution)).has(0);
	expect([knows(newer), knows(older), knows(oldest)]).toEqual([true, true, false]);
});

test('the oldest memory is forgotten after 20,000 items, unless it is in use', async () => {
	const [inUse, old, recent] = [failedExecution(), failedExecution(), failedExecution()];
	const leave = await retryOf(inUse)!.enter(undefined);
	for (const execution of [inUse, old]) ledgerOf(retryOf(execution)).rememberSent(0, 'to A', output, 'A');
	const ledger = ledgerOf(retryOf(recent));
	for (let itemIndex = 0; itemIndex < 20_000; itemIndex++) ledger.rememberSent(itemIndex, 'to A', output, 'A');
	// old entries are removed when the next retry comes
	retryOf(failedExecution());
	const knows = (execution: IContextObject) => ledgerOf(retryOf(execution)).has(0);
	expect([knows(inUse), knows(old)]).toEqual([true, false]);
	leave();
});
