import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { e2eN8nVersion } from '../../scripts/n8n/versions';
import { soak, unaccountedIn } from '../../scripts/soak/soak';
import { readSharedN8n } from './support/shared';

/** The short form of `npm run soak`: 20 seconds in which n8n is killed once and the service restarts once. */
const SHORT = { minutes: 2, scale: 6, kills: 1, restarts: 1, seed: 20261125 };

describe('sends and events while limits change, requests fail, the service restarts and n8n is killed', () => {
	let folder: string;
	const lines: string[] = [];

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'whatsloop-soak-'));
	});
	afterAll(async () => await rm(folder, { recursive: true, force: true }));

	test('are all accounted for: no message lost or sent twice, no event lost without a trace', async () => {
		const options = {
			version: e2eN8nVersion(),
			userFolder: join(folder, 'user'),
			packages: [readSharedN8n().tarball],
			logFile: join(folder, 'n8n.log'),
		};
		const result = await soak(options, SHORT, (line) => lines.push(line));
		// comes first, because these lines tell what n8n says of each lost event
		expect(lines.filter((line) => line.includes('is lost'))).toEqual([]);
		expect(unaccountedIn(result)).toEqual({});
		expect(result.sendsInTheEnd.once).toBeGreaterThan(10);
		expect(result.events.once).toBeGreaterThan(3);
		expect(lines).toContain('n8n runs again');
	}, 400_000);
});
