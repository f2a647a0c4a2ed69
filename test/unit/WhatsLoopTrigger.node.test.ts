import { WhatsLoopTrigger } from '../../nodes/WhatsLoop/WhatsLoopTrigger.node';

const { description } = new WhatsLoopTrigger();

describe('the trigger', () => {
	test('starts as version 1.1 (for version 1 of any trigger n8n 2.41 evaluates an expression with each call)', () => {
		expect(description.defaultVersion).toBe(1.1);
		expect(description.version).toEqual([1, 1.1]);
	});

	test('has no expression in its webhook (n8n would evaluate it with each call)', () => {
		const values = Object.values(description.webhooks![0]);
		expect(values).not.toHaveLength(0);
		for (const value of values) expect(String(value)).not.toMatch(/^=/);
	});

	test('offers the incoming message first (the editor lists the triggers in this order)', () => {
		const events = description.properties.find(({ name }) => name === 'events');
		const names = (events?.options ?? []).map(({ name }) => name);
		expect(names[0]).toBe('Message');
		expect(names.slice(1)).toEqual([...names.slice(1)].sort((a, b) => a.localeCompare(b)));
	});
});
