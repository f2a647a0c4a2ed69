import { memoryProbe, type MemoryProbe } from '../../../scripts/fuzz/memory';
import { fuzzWebhooks, isMemoryBounded } from '../../../scripts/fuzz/webhooks';
import type { RunningN8n } from '../../../scripts/n8n/start';
import { startOwnN8n } from '../support/ownN8n';

/** The short form of `npm run fuzz`. The seed is fixed, so that a failure can be repeated. */
const SHORT = { requests: 400, connections: 20, seed: 20261125 };

describe('random and mutated webhook requests, with valid ones among them', () => {
	let memory: MemoryProbe;
	let n8n: RunningN8n;

	beforeAll(async () => {
		memory = await memoryProbe();
		n8n = await startOwnN8n({ extraEnv: memory.environment });
	});
	afterAll(async () => await n8n?.stop());

	test('are answered with 2xx or 4xx, lose no event, start nothing else, and leave nothing in memory', async () => {
		const result = await fuzzWebhooks(n8n, memory, SHORT);
		const { wrongAnswers, lost, unexpected, validEvents, heldMb } = result;
		expect({ wrongAnswers, lost, unexpected }).toEqual({ wrongAnswers: [], lost: [], unexpected: [] });
		expect(validEvents).toBe(40);
		expect({ heldMb, isBounded: isMemoryBounded(result) }).toEqual({ heldMb, isBounded: true });
	}, 400_000);
});
