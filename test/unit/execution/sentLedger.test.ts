import type { IContextObject, INode } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { SentLedger } from '../../../nodes/WhatsLoop/execution/sentLedger';

const node = { id: 'n', name: 'Send', type: 't', typeVersion: 1, position: [0, 0], parameters: {} } as INode;
const output = [{ json: { messageId: 'A' }, pairedItem: { item: 0 } }];

function apiError(mayHaveArrived: boolean) {
	const error = new NodeApiError(node, { message: 'x' });
	error.message = 'may or may not have been sent';
	error.description = 'Look at the chat';
	error.httpCode = '500';
	error.context.mayHaveArrived = mayHaveArrived;
	return error;
}

/** As it comes back when n8n reads an execution from its database, maybe in another process. */
const saved = (nodeContext: IContextObject) => JSON.parse(JSON.stringify(nodeContext)) as IContextObject;

/** A first try that has sent item 0, does not know about item 1, and fails. */
function failedTry(): IContextObject {
	const nodeContext = {};
	const ledger = SentLedger.open(nodeContext, 0);
	ledger.rememberSent(0, output);
	ledger.rememberFailure(1, apiError(true));
	ledger.keepForNextTry();
	return nodeContext;
}

describe('the ledger of sent items', () => {
	test.each([
		['the next try of a run', failedTry()],
		['a retry by hand, which n8n runs from what it saved', saved(failedTry())],
	])('gives %s what the failed one knew', (_, nodeContext) => {
		const next = SentLedger.open(nodeContext, 0);
		expect(next.find(0)).toEqual({ sent: output });
		expect(next.find(1)).toEqual({
			uncertain: { message: 'may or may not have been sent', description: 'Look at the chat', httpCode: '500' },
		});
	});

	test('keeps what was remembered over several tries', () => {
		const nodeContext = {};
		for (const itemIndex of [0, 1, 2]) {
			const ledger = SentLedger.open(nodeContext, 0);
			ledger.rememberSent(itemIndex, output);
			ledger.keepForNextTry();
		}
		const last = SentLedger.open(nodeContext, 0);
		expect([0, 1, 2, 3].map((itemIndex) => last.find(itemIndex) !== undefined)).toEqual([true, true, true, false]);
	});

	test('remembers an uncertain item, and no other failure (a refused one may be tried again)', () => {
		const ledger = SentLedger.open({}, 0);
		ledger.rememberFailure(0, apiError(true));
		ledger.rememberFailure(1, apiError(false));
		ledger.rememberFailure(2, new Error('bad input'));
		expect([0, 1, 2].map((item) => ledger.find(item) !== undefined)).toEqual([true, false, false]);
	});

	test('gives nothing to the next run (a loop, or a model that calls its tool again, means those messages)', () => {
		const nodeContext = failedTry();
		const next = SentLedger.open(nodeContext, 1);
		expect([next.find(0), next.find(1)]).toEqual([undefined, undefined]);
		expect(nodeContext).toEqual({});
	});

	test('leaves nothing behind where the run ended well', () => {
		const nodeContext = failedTry();
		SentLedger.open(nodeContext, 0).rememberSent(2, output);
		expect(nodeContext).toEqual({});
		expect(SentLedger.open(nodeContext, 0).find(0)).toBeUndefined();
	});

	test('leaves nothing behind where nothing was sent', () => {
		const nodeContext = {};
		SentLedger.open(nodeContext, 0).keepForNextTry();
		expect(nodeContext).toEqual({});
	});
});
