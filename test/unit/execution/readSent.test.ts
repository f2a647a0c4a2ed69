import type { IExecuteFunctions } from 'n8n-workflow';
import { readerOfSent, serverTimeMs } from '../../../nodes/WhatsLoop/execution/readSent';
import type { Run } from '../../../nodes/WhatsLoop/execution/run';
import { DEFAULT_SETTINGS } from '../../../nodes/WhatsLoop/transport/request';
import { systemClock } from '../../../nodes/WhatsLoop/transport/wait';

const run = (contract: object) =>
	({ account: { contract, baseUrl: 'http://127.0.0.1:1/api/v1', token: 'unused before' } }) as unknown as Run;

test('a moment is given on our own clock until the server has told its own', () => {
	const { now, monotonicMs } = systemClock;
	Object.assign(systemClock, { now: () => 1_700_000_000_000, monotonicMs: () => 60_000 });
	try {
		expect(serverTimeMs(run({ id: 'go' }), 55_000)).toBe(1_700_000_000_000 - 5000);
	} finally {
		Object.assign(systemClock, { now, monotonicMs });
	}
});

test.each([{}, { readsSent: {} }])('an API that has no such read is refused before any request: %j', (more) => {
	const contract = { id: 'other', name: 'WhatsLoop Other', ...more };
	expect(() => readerOfSent({} as IExecuteFunctions, run(contract), 'latest', DEFAULT_SETTINGS)).toThrow(
		"WhatsLoop Other can't read back what was sent",
	);
});
