import type { IContextObject, INode } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import fc from 'fast-check';
import { SentLedger } from '../../../nodes/WhatsLoop/execution/sentLedger';

const node = { id: 'n', name: 'Send', type: 't', typeVersion: 1, position: [0, 0], parameters: {} } as INode;
const output = [{ json: { messageId: 'A' }, pairedItem: { item: 0 } }];

function apiError() {
	const error = new NodeApiError(node, { message: 'x' });
	error.message = 'may or may not have been sent';
	error.description = 'Look at the chat';
	error.httpCode = '500';
	return error;
}

/** The context as n8n reads it from its database, maybe in another process. */
const saved = (nodeContext: IContextObject) => JSON.parse(JSON.stringify(nodeContext)) as IContextObject;

/** A first try that has sent item 0, is uncertain about item 1, and fails. */
function failedTry(): IContextObject {
	const nodeContext = {};
	const ledger = SentLedger.open(nodeContext, 0);
	ledger.rememberSent(0, 'to A', output, 'A');
	ledger.rememberUncertain(1, 'to B', apiError(), 5000);
	ledger.keepForNextTry();
	return nodeContext;
}

describe('the ledger of sent items', () => {
	test.each([
		['the next try of a run', failedTry()],
		['a retry by hand, which n8n runs from what it saved', saved(failedTry())],
	])('gives %s what the failed one knew', (_, nodeContext) => {
		const next = SentLedger.open(nodeContext, 0);
		expect(next.find(0, 'to A')).toEqual({ fingerprint: 'to A', sent: output, messageId: 'A' });
		expect(next.find(1, 'to B')).toEqual({
			fingerprint: 'to B',
			sinceMs: 5000,
			uncertain: { message: 'may or may not have been sent', description: 'Look at the chat', httpCode: '500' },
		});
	});

	test('keeps an error without a description', () => {
		const ledger = SentLedger.open({}, 0);
		ledger.rememberUncertain(0, 'to A', Object.assign(apiError(), { description: null }), 5000);
		expect(ledger.find(0, 'to A')).toMatchObject({ uncertain: { description: '' } });
	});

	test('keeps what was remembered over several tries', () => {
		const nodeContext = {};
		for (const itemIndex of [0, 1, 2]) {
			const ledger = SentLedger.open(nodeContext, 0);
			ledger.rememberSent(itemIndex, 'to A', output);
			ledger.keepForNextTry();
		}
		const last = SentLedger.open(nodeContext, 0);
		expect([0, 1, 2, 3].map((itemIndex) => last.find(itemIndex, 'to A') !== undefined)).toEqual([
			true,
			true,
			true,
			false,
		]);
	});

	test('does not answer an item that is meant for somebody else by now (the user corrected it)', () => {
		const next = SentLedger.open(failedTry(), 0);
		expect([next.find(0, 'to C'), next.find(1, 'to C'), next.find(0, undefined)]).toEqual([
			undefined,
			undefined,
			undefined,
		]);
		expect([0, 1, 2].map((itemIndex) => next.has(itemIndex))).toEqual([true, true, false]);
	});

	test('knows the IDs of the sent messages, so that no other item takes them as its own', () => {
		expect(SentLedger.open(failedTry(), 0).messageIds).toStrictEqual(['A']);
		const ledger = SentLedger.open({}, 0);
		ledger.rememberSent(0, 'to A', output);
		expect(ledger.messageIds).toStrictEqual([]);
	});

	test('gives nothing to the next run (a loop, or a model that calls its tool again, means those messages)', () => {
		const nodeContext = failedTry();
		const next = SentLedger.open(nodeContext, 1);
		expect([next.has(0), next.has(1)]).toEqual([false, false]);
		expect(nodeContext).toEqual({});
	});

	test('keeps nothing after a run without failures', () => {
		const nodeContext = failedTry();
		SentLedger.open(nodeContext, 0).rememberSent(2, 'to A', output);
		expect(nodeContext).toEqual({});
		expect(SentLedger.open(nodeContext, 0).has(0)).toBe(false);
	});

	test('keeps nothing if nothing was sent', () => {
		const nodeContext = {};
		SentLedger.open(nodeContext, 0).keepForNextTry();
		expect(nodeContext).toEqual({});
	});

	test('an item is answered from memory exactly if an earlier try sent it to the same chat (any order of failures)', () => {
		const aTry = fc.array(fc.record({ item: fc.nat(5), chat: fc.constantFrom('x', 'y') }), { maxLength: 6 });
		fc.assert(
			fc.property(fc.array(aTry, { maxLength: 4 }), fc.boolean(), (tries, isSaved) => {
				let nodeContext: IContextObject = {};
				const lastChat = new Map<number, string>();
				for (const sends of tries) {
					const ledger = SentLedger.open(nodeContext, 0);
					for (const { item, chat } of sends) {
						expect(ledger.find(item, chat) !== undefined).toBe(lastChat.get(item) === chat);
						ledger.rememberSent(item, chat, output);
						lastChat.set(item, chat);
					}
					ledger.keepForNextTry();
					if (isSaved) nodeContext = saved(nodeContext);
				}
			}),
		);
	});
});
