import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';
import { addExecutionHint } from '../../../nodes/WhatsLoop/output/executionHint';

const hint: NodeExecutionHint = { message: 'Waited 3 s', type: 'info', location: 'outputPane' };

test('a hint reaches n8n', () => {
	const addExecutionHints = jest.fn();
	addExecutionHint({ addExecutionHints } as unknown as IExecuteFunctions, hint);
	expect(addExecutionHints).toHaveBeenCalledWith(hint);
});

test('an n8n without hints does not fail the call (the message is already sent)', () => {
	expect(() => addExecutionHint({} as IExecuteFunctions, hint)).not.toThrow();
});
