import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox } from '../../../sandbox';
import { provideSandbox } from '../../support/provideSandbox';
import { createCredential } from '../support/credentials';
import { sharedN8n } from '../support/n8n';
import { startOwnN8n } from '../support/ownN8n';
import { ENDINGS, SixtyRows } from '../support/sixtyRows';

/** n8n starts twice in one of the tests. */
const OWN_N8N_TIMEOUT_MS = 600_000;

describe('60 rows whose run ends in the middle, corrected and run again with Skip What Was Sent', () => {
	let sandbox: Sandbox;
	provideSandbox('new', (started) => (sandbox = started));

	test(
		'arrive once each after kill -9 of n8n (n8n keeps nothing of the execution then)',
		async () => {
			const folder = await mkdtemp(join(tmpdir(), 'whatsloop-e2e-killed-'));
			const userFolder = join(folder, 'user');
			const first = await startOwnN8n({ userFolder });
			const credential = await createCredential(first.client, 'go', sandbox);
			const before = new SixtyRows(first.client, credential, sandbox);
			await before.startUntilTheMiddle();
			await first.kill();
			before.expectNotAllSent();

			const second = await startOwnN8n({ userFolder });
			try {
				const after = new SixtyRows(second.client, credential, sandbox);
				after.expectEachRowOnce(await after.runAgain());
			} finally {
				await second.stop();
				await first.stop();
				await rm(folder, { recursive: true, force: true });
			}
		},
		OWN_N8N_TIMEOUT_MS,
	);

	test.each(ENDINGS)('arrive once each after $name', async (ending) => {
		const { client } = sharedN8n();
		const sixtyRows = new SixtyRows(client, await createCredential(client, 'go', sandbox), sandbox);
		await sixtyRows.endEarly(ending);
		sixtyRows.expectEachRowOnce(await sixtyRows.runAgain());
	});
});
