import fc from 'fast-check';
import { contracts } from '../../../nodes/WhatsLoop/contracts';
import { cloud } from '../../../nodes/WhatsLoop/contracts/cloud';
import { go } from '../../../nodes/WhatsLoop/contracts/go';
import { readPath } from '../../../nodes/WhatsLoop/contracts/readPath';

describe('go judges an answer', () => {
	test.each<[boolean, unknown]>([
		[true, { success: true, data: {} }],
		[true, {}],
		[true, []],
		[true, { data: [] }],
		[true, { Status: 1 }],
		[true, { Status: 'SUCCESS' }],
		[true, { status: 0 }],
		[false, { success: false }],
		[false, { Status: 0, Message: 'Phone is Required' }],
		[false, { Status: '0', Message: 'Phone is Required' }],
		[false, { success: false, Status: 1 }],
	])('%p: %j', (ok, body) => {
		expect(go.judge(body).ok).toBe(ok);
	});
});

describe('cloud judges an answer', () => {
	test.each<[boolean, unknown]>([
		[true, { success: true, data: 'ACFF' }],
		[true, {}],
		[true, { success: null }],
		[true, { Status: 0 }],
		[false, { success: false, error: 'no' }],
		[false, { success: false, message: 'no' }],
	])('%p: %j', (ok, body) => {
		expect(cloud.judge(body).ok).toBe(ok);
	});
});

describe('the message id', () => {
	test.each<[string | undefined, unknown]>([
		['BAE5F', { data: { key: { id: 'BAE5F' } } }],
		[undefined, { data: { key: { id: '' } } }],
		[undefined, { data: { key: {} } }],
		[undefined, { data: 'BAE5F' }],
		[undefined, { data: null }],
		[undefined, {}],
		[undefined, []],
	])('on go is %p in %j', (id, body) => {
		expect(go.readMessageId(body)).toBe(id);
	});

	test.each<[string | undefined, unknown]>([
		['ACFF', { data: 'ACFF' }],
		['ACFF', { data: { message_id: 'ACFF', id: 'other' } }],
		['ACFF', { data: { id: 'ACFF', messageId: 'other' } }],
		['ACFF', { data: { messageId: 'ACFF' } }],
		['ACFF', { data: { key: { id: 'ACFF' } } }],
		['50796', { data: { id: 50796 } }],
		['50796', { data: 50796 }],
		['ACFF', { data: { message_id: null, id: 'ACFF' } }],
		[undefined, { data: {} }],
		[undefined, { data: null }],
		[undefined, {}],
	])('on cloud is %p in %j', (id, body) => {
		expect(cloud.readMessageId(body)).toBe(id);
	});
});

describe.each(contracts.map((contract) => [contract.id, contract] as const))('%s', (_id, contract) => {
	test('never throws on an answer, whatever its shape', () => {
		fc.assert(
			fc.property(fc.anything(), (body) => {
				expect(typeof contract.judge(body).ok).toBe('boolean');
				expect(['string', 'undefined']).toContain(typeof contract.readMessageId(body));
			}),
		);
	});

	test('says of every request how well it is known', () => {
		const requests = Object.values(contract.operations).flat();
		expect(requests.length).toBeGreaterThan(0);
		for (const { evidence } of requests) expect(['documented', 'seen', 'sibling', 'unproven']).toContain(evidence);
	});

	test('says of each of several requests of an operation which it is', () => {
		for (const variants of Object.values(contract.operations)) {
			const labels = variants.map(({ label }) => label);
			expect(new Set(labels).size).toBe(variants.length);
		}
	});

	test('has paths and a Base URL that fit together', () => {
		expect(contract.defaultBaseUrl).toMatch(/^https:\/\/.*[^/]$/);
		for (const { path } of [contract.probe, ...Object.values(contract.operations).flat()])
			expect(path).toMatch(/^[a-z-]+(\/[a-z-]+)*$/);
	});

	test('tests a credential without a message', () => {
		const { method, body } = contract.probe;
		expect(method === 'GET' ? (body ?? {}) : body).toEqual({});
	});
});

describe('readPath', () => {
	test('reads own fields alone', () => {
		expect(readPath({ a: { b: [10, 20] } }, 'a.b.1')).toBe(20);
		expect(readPath({}, 'constructor')).toBeUndefined();
		expect(readPath('text', 'length')).toBeUndefined();
	});

	test('never throws', () => {
		fc.assert(
			fc.property(fc.anything({ withNullPrototype: true }), fc.string(), (data, path) => {
				expect(() => readPath(data, path)).not.toThrow();
			}),
		);
	});
});
