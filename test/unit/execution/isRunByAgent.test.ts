import type { IExecuteFunctions } from 'n8n-workflow';
import { isRunByAgent, isTool } from '../../../nodes/WhatsLoop/execution/isRunByAgent';

/** The methods of a context that tell who runs the node. Like n8n's, they are on the prototype. */
const context = (methods: object) => Object.create(methods) as IExecuteFunctions;

test.each<[string, object, boolean]>([
	['a tool of an agent, n8n-core 2.3 and newer', { isToolExecution: () => true, getNextRunIndex: () => 0 }, true],
	['a tool of an agent, n8n 1.x and n8n-core 2.0 and 2.1', { getNextRunIndex: () => 0 }, true],
	['a node of a workflow, n8n-core 2.3 and newer', { isToolExecution: () => false }, false],
	['a node of a workflow, n8n 1.x and n8n-core 2.0 and 2.1', {}, false],
])('%s is recognised (an agent does not tell its model about thrown errors)', (_name, methods, expected) => {
	expect(isRunByAgent(context(methods))).toBe(expected);
});

test.each<[string, object, boolean]>([
	['a tool that the agent runs', { isToolExecution: () => true }, true],
	['a tool that n8n runs for an agent of version 3', { getNode: () => ({ type: 'p.whatsLoopTool' }) }, true],
	['a node of a workflow', { getNode: () => ({ type: 'p.whatsLoop' }) }, false],
])('%s is recognised (a model that calls its tool again may mean another message)', (_name, methods, expected) => {
	expect(isTool(context(methods))).toBe(expected);
});
