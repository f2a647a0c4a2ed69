import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { failedItem } from '../../../nodes/WhatsLoop/execution/failedItem';

const ROW = { phone: '966501234567', name: 'Sara', error: 'a field of the row' };

function failed(
	onError: 'continueRegularOutput' | 'continueErrorOutput',
	description: string | null = 'What to do',
): INodeExecutionData {
	const node = {
		id: 'n',
		name: 'Send',
		type: 't',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters: {},
	};
	const context = { getInputData: () => [{ json: {} }, { json: ROW }], getNode: () => ({ ...node, onError }) };
	const error = new NodeApiError(node, { message: 'x' }, { message: 'What happened' });
	return failedItem(context as unknown as IExecuteFunctions, Object.assign(error, { description }), 1);
}

const RESULT = { json: { ...ROW, error: 'What happened', details: 'What to do' }, pairedItem: { item: 1 } };

/** What n8n does with an item whose node has returned it, by version (n8n-core, workflow-execute). */
function replaceJson(item: INodeExecutionData): void {
	if (item.error !== undefined) item.json = { error: item.error.message };
}

function moveToErrorOutput(item: INodeExecutionData, takesErrorAway: boolean): INodeExecutionData {
	if (takesErrorAway) item.error = undefined;
	// a copy, if the item says from which item it came
	return typeof item.pairedItem === 'object' ? { ...item, json: { ...ROW, ...item.json } } : item;
}

test('has no json.error when the node returns (Retry On Fail would run the whole node again)', () => {
	for (const onError of ['continueRegularOutput', 'continueErrorOutput'] as const) {
		expect(failed(onError).json).toEqual({ phone: ROW.phone, name: ROW.name });
	}
});

test('with Continue: has its row, the error and what to do', () => {
	const item = failed('continueRegularOutput');
	replaceJson(item);
	expect(item).toMatchObject(RESULT);
});

test.each([
	['before n8n 1.121, which takes the item its error away', true],
	['since n8n 1.121', false],
])('on the error output, %s: has its row, the error and what to do', (_, takesErrorAway) => {
	const moved = moveToErrorOutput(failed('continueErrorOutput'), takesErrorAway);
	expect('error' in moved && moved.error === undefined).toBe(takesErrorAway);
	replaceJson(moved);
	expect(moved).toMatchObject(RESULT);
});

test('is a plain item for whoever looks at all of its fields', () => {
	for (const onError of ['continueRegularOutput', 'continueErrorOutput'] as const) {
		expect(Object.keys(failed(onError)).sort()).toEqual(['error', 'json', 'pairedItem']);
	}
});

test('can be cleared field by field, as a plain item can', () => {
	const item = failed('continueErrorOutput') as Partial<INodeExecutionData>;
	delete item.error;
	delete item.json;
	expect(Object.keys(item)).toEqual(['pairedItem']);
});

test('has empty details if its error says no more than the message', () => {
	const item = failed('continueRegularOutput', null);
	replaceJson(item);
	expect(item.json.details).toBe('');
});

test('takes another json as it is, such as the copy that n8n makes for its combined binary mode', () => {
	const item = failed('continueRegularOutput');
	item.json = { copied: true };
	expect(item.json).toEqual({ copied: true });
	expect(item.pairedItem).toEqual({ item: 1 });
});

test('with Continue: its error can be replaced without a change to the row', () => {
	const item = failed('continueRegularOutput');
	item.error = undefined;
	expect(item.json).toEqual({ phone: ROW.phone, name: ROW.name });
});

test('on the error output: another error in its place changes nothing in the row', () => {
	const item = failed('continueErrorOutput');
	const other = item.error;
	item.error = other;
	expect(item.error).toBe(other);
	expect(item.json).toEqual({ phone: ROW.phone, name: ROW.name });
});

test.each([
	['What happened.', 'What to do', 'What happened. What to do'],
	['What happened', undefined, 'What happened.'],
])('of an agent says all in one text, and nothing of the row: %p', (message, description, text) => {
	const node = { id: 'n', name: 'Send', type: 't', typeVersion: 1, position: [0, 0], parameters: {} };
	const context = { isToolExecution: () => true, getInputData: () => [{ json: ROW }], getNode: () => node };
	const error = Object.assign(new NodeApiError(node as never, { message: 'x' }, { message, description }), {
		description,
	});
	const item = failedItem(context as unknown as IExecuteFunctions, error, 0);
	expect(item).toEqual({ json: { error: text }, error, pairedItem: { item: 0 } });
});

test('of an item that n8n does not have is without a row', () => {
	const context = { getInputData: () => [], getNode: () => ({ onError: 'continueRegularOutput' }) };
	const error = new NodeApiError({ name: 'Send' } as never, { message: 'x' }, { message: 'What happened' });
	expect(failedItem(context as unknown as IExecuteFunctions, error, 0).json).toEqual({});
});
