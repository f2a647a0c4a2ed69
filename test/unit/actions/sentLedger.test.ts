import type { INode } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { rememberedItems, SentLedger } from '../../../nodes/WhatsLoop/actions/sentLedger';

const node = { id: 'n', name: 'Send', type: 't', typeVersion: 1, position: [0, 0], parameters: {} } as INode;
const output = [{ json: { messageId: 'A' }, pairedItem: { item: 0 } }];

function apiError(mayHaveArrived: boolean) {
	const error = new NodeApiError(node, { message: 'x' });
	error.context.mayHaveArrived = mayHaveArrived;
	return error;
}

describe('the ledger of sent items', () => {
	test('gives the next try of the same run what the failed one has sent', () => {
		const first = SentLedger.open('e1', 'n1', 0);
		first.rememberSent(0, output);
		first.keepForNextTry(1000);
		expect(SentLedger.open('e1', 'n1', 0).find(0)).toEqual({ sent: output });
	});

	test.each([
		['another execution', 'e9', 'n1', 0],
		['another node', 'e2', 'n9', 0],
		['the next run in a loop', 'e2', 'n1', 1],
	])('gives nothing to %s (those messages are meant)', (_, executionId, nodeId, runIndex) => {
		const first = SentLedger.open('e2', 'n1', 0);
		first.rememberSent(0, output);
		first.keepForNextTry(1000);
		expect(SentLedger.open(executionId, nodeId, runIndex).find(0)).toBeUndefined();
		SentLedger.open('e2', 'n1', 0);
	});

	test('remembers an uncertain item, and no other failure (a refused one may be tried again)', () => {
		const ledger = SentLedger.open('e3', 'n1', 0);
		const uncertain = apiError(true);
		ledger.rememberFailure(0, uncertain);
		ledger.rememberFailure(1, apiError(false));
		ledger.rememberFailure(2, new Error('bad input'));
		expect([0, 1, 2].map((item) => ledger.find(item))).toEqual([{ uncertain }, undefined, undefined]);
	});

	test('forgets a run that ended well (nothing was kept)', () => {
		const ledger = SentLedger.open('e4', 'n1', 0);
		ledger.rememberSent(0, output);
		expect(SentLedger.open('e4', 'n1', 0).find(0)).toBeUndefined();
	});

	test('remembers nothing beyond the try where n8n names no execution', () => {
		const ledger = SentLedger.open(undefined, 'n1', 0);
		ledger.rememberSent(0, output);
		ledger.keepForNextTry(1000);
		expect(SentLedger.open(undefined, 'n1', 0).find(0)).toBeUndefined();
	});

	test('stays bounded: the oldest failed runs go first', () => {
		const before = rememberedItems();
		for (let run = 0; run < 25; run++) {
			const ledger = SentLedger.open(`big ${run}`, 'n1', 0);
			for (let item = 0; item < 10_000; item++) ledger.rememberSent(item, output);
			ledger.keepForNextTry(2000 + run);
		}
		expect(rememberedItems()).toBeLessThanOrEqual(200_000 + before);
		expect(SentLedger.open('big 0', 'n1', 0).find(0)).toBeUndefined();
		expect(SentLedger.open('big 24', 'n1', 0).find(0)).toBeDefined();
	});

	test('never forgets the newest run, however many items it has', () => {
		const ledger = SentLedger.open('huge', 'n1', 0);
		for (let item = 0; item < 200_001; item++) ledger.rememberSent(item, output);
		ledger.keepForNextTry(3000);
		expect(SentLedger.open('huge', 'n1', 0).find(200_000)).toEqual({ sent: output });
	});

	test('forgets after an hour (n8n tries again within seconds)', () => {
		const ledger = SentLedger.open('old', 'n1', 0);
		ledger.rememberSent(0, output);
		ledger.keepForNextTry(5000);
		const later = SentLedger.open('new', 'n1', 0);
		later.rememberSent(0, output);
		later.keepForNextTry(5000 + 60 * 60 * 1000 + 1);
		expect(SentLedger.open('old', 'n1', 0).find(0)).toBeUndefined();
	});
});
