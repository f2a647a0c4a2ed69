import type { N8nClient } from '../../../../scripts/n8n/client';
import { crashedEvents, storyOfLost } from '../../../../scripts/soak/eventExecutions';

/** An n8n with these executions. */
function n8nWith(executions: Array<{ id: string; status: string; data: unknown }>): N8nClient {
	const listExecutions = (_workflowId: string, _limit?: number, wanted?: readonly string[]) =>
		Promise.resolve(executions.filter(({ status }) => wanted?.includes(status) ?? true));
	const readExecution = (wanted: string) => Promise.resolve(executions.find(({ id }) => id === wanted));
	return { listExecutions, readExecution } as unknown as N8nClient;
}

const event = (id: string) => ({ id, sentAtMs: 1000, takenAtMs: 1250, attempts: 2 });

const client = n8nWith([
	{ id: '7', status: 'crashed', data: { message: 'EVENT1', resultData: {} } },
	{ id: '8', status: 'error', data: { message: 'EVENT2', resultData: { error: { message: 'socket hang up' } } } },
]);

describe('what n8n knows of events', () => {
	test('the ones in executions that n8n lists as crashed are found', async () => {
		const events = [event('EVENT1'), event('EVENT2')];
		await expect(crashedEvents(client, 'w', events)).resolves.toEqual(new Set(['EVENT1']));
	});

	test('each lost one has a line that says how it was delivered and how its execution ended', async () => {
		const lines = await storyOfLost(client, 'w', [event('EVENT2'), event('EVENT3')], [1100]);
		expect(lines).toEqual([
			expect.stringMatching(
				/EVENT2 is lost: 2 deliveries, taken 250 ms after .* killed after 100 ms; .*execution 8 is "error".*socket hang up/,
			),
			expect.stringMatching(/EVENT3 is lost.*nothing \(in the newest 2 executions\)/),
		]);
	});

	test('n8n is not asked if no event is lost', async () => {
		await expect(storyOfLost(n8nWith([]), 'w', [], [])).resolves.toEqual([]);
	});
});
