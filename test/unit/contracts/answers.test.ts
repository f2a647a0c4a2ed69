import fc from 'fast-check';
import { contracts } from '../../../nodes/WhatsLoop/contracts';
import { cloud } from '../../../nodes/WhatsLoop/contracts/cloud';
import { go } from '../../../nodes/WhatsLoop/contracts/go';
import type { Verdict } from '../../../nodes/WhatsLoop/contracts/contract';
import { judgeAnswer } from '../../../nodes/WhatsLoop/contracts/judgeAnswer';
import { readPath } from '../../../nodes/WhatsLoop/contracts/readPath';

/** An answer to a send that names the message, by the ID of the contract. */
const ID: Record<string, object> = { go: { data: { key: { id: 'BAE5F00D' } } }, cloud: { data: 'ACFF842C' } };

test('every contract has an answer with a message id here (otherwise: add one to ID in this file)', () => {
	expect(Object.keys(ID).sort()).toEqual(contracts.map(({ id }) => id).sort());
});

/** Answers with a 2xx status that hold for every contract, and what each means for a send and for a read. */
const ANSWERS: Array<[send: Verdict, read: Verdict, body: unknown]> = [
	['accepted', 'accepted', { success: true }],
	['accepted', 'accepted', { success: true, data: {} }],
	['accepted', 'accepted', { success: 1 }],
	['accepted', 'accepted', { success: 'true' }],
	['accepted', 'accepted', { Success: 'TRUE' }],
	['accepted', 'accepted', { success: true, error: null, errors: [], message: 'Nothing wrong' }],
	['accepted', 'accepted', { success: true, error: 'none' }],
	['accepted', 'accepted', { Status: 1 }],
	['accepted', 'accepted', { Status: 'SUCCESS' }],
	['accepted', 'accepted', { status: 'PENDING' }],
	['accepted', 'accepted', { status: 'queued' }],
	['accepted', 'accepted', { ok: true }],
	['accepted', 'accepted', { message: 'Message sent successfully.' }],
	['accepted', 'accepted', { state: 'Sent' }],
	['accepted', 'accepted', { result: 'ok' }],
	['accepted', 'accepted', { result: 1 }],
	['accepted', 'accepted', { status: ' done! ' }],
	['accepted', 'accepted', { success: true, errors: {}, error: ' No Error ' }],
	...['', 'none', 'no', 'no error', 'null', 'false', '0'].map((none): [Verdict, Verdict, unknown] => [
		'accepted',
		'accepted',
		{ success: true, error: none },
	]),
	['refused', 'refused', { success: false }],
	['refused', 'accepted', { state: 'failed' }],
	['refused', 'accepted', { result: 'Rejected.' }],
	['refused', 'accepted', { result: false }],
	['refused', 'accepted', { ok: 0 }],
	['refused', 'refused', { statusCode: 400 }],
	['refused', 'refused', { status_code: 599 }],
	['refused', 'refused', { error: true }],
	['refused', 'refused', { errors: 1 }],
	['refused', 'refused', { message: '  Failed: try again' }],
	['refused', 'refused', { message: `Denied ${'because of something '.repeat(10)}` }],
	['refused', 'refused', { success: 'false' }],
	['refused', 'refused', { success: 0 }],
	['refused', 'refused', { success: false, Status: 1 }],
	['refused', 'refused', { success: false, error: 'no' }],
	['refused', 'refused', { Status: 0, Message: 'Phone is Required' }],
	['refused', 'refused', { Status: '0', Message: 'Phone is Required' }],
	['refused', 'accepted', { status: 0 }],
	['refused', 'accepted', { status: false }],
	['refused', 'accepted', { status: 'error' }],
	['refused', 'accepted', { status: 'FAILED' }],
	['refused', 'accepted', { status: 422 }],
	['refused', 'refused', { error: 'Something broke' }],
	['refused', 'refused', { error: { message: 'Something broke' } }],
	['refused', 'refused', { errors: { phone: ['required'] } }],
	['refused', 'refused', { message: 'Unauthenticated.' }],
	['refused', 'refused', { message: 'Error: no such number' }],
	['refused', 'refused', { code: 401 }],
	['refused', 'refused', { code: '401', message: 'x' }],
	['unproven', 'accepted', {}],
	['unproven', 'accepted', []],
	['unproven', 'accepted', [{ success: true }]],
	['unproven', 'accepted', { success: null }],
	['unproven', 'accepted', { success: 'perhaps' }],
	['unproven', 'accepted', { errors: {} }],
	['unproven', 'accepted', { error: '' }],
	['unproven', 'accepted', { message: 'Hello' }],
	['unproven', 'accepted', { message: 'sent by nobody' }],
	['unproven', 'accepted', { status: 'sent!!' }],
	['unproven', 'accepted', { status: 'failed. Sent' }],
	['unproven', 'accepted', { status: `ok${' '.repeat(39)}` }],
	['unproven', 'accepted', { message: `${' '.repeat(41)}failed` }],
	['unproven', 'accepted', { message: 5 }],
	['unproven', 'accepted', { code: 399 }],
	['unproven', 'accepted', { code: 600 }],
	['unproven', 'accepted', { error: false }],
	['unproven', 'accepted', { error: 0 }],
	['unproven', 'accepted', { data: [] }],
	['unproven', 'accepted', { data: null }],
	['unproven', 'accepted', { code: 200 }],
	['unproven', 'accepted', { code: 'Ab12' }],
	['unproven', 'accepted', { success: true, error: 'Something broke' }],
	['unproven', 'accepted', { success: true, status: 'error' }],
];

describe.each(contracts.map((contract) => [contract.id, contract] as const))('%s judges an answer', (id, contract) => {
	test.each(ANSWERS)('to a send as %s, to a read as %s: %j', (send, read, body) => {
		expect(judgeAnswer(contract, 'send', body)).toBe(send);
		expect(judgeAnswer(contract, 'change', body)).toBe(send);
		expect(judgeAnswer(contract, 'read', body)).toBe(read);
	});

	test('with a message id as sent, even if everything else is missing', () => {
		expect(judgeAnswer(contract, 'send', ID[id])).toBe('accepted');
	});

	test.each([{ success: false }, { status: 'error' }, { error: 'Something broke' }])(
		'with a message id and %j as unproven (sending it again could double it)',
		(more) => {
			expect(judgeAnswer(contract, 'send', { ...ID[id], ...more })).toBe('unproven');
		},
	);
});

test('a single word in place of an id is no proof', () => {
	expect(judgeAnswer(cloud, 'send', { data: 'Unauthenticated' })).toBe('unproven');
	expect(judgeAnswer(cloud, 'send', { data: 'not sent, error 5' })).toBe('unproven');
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
				for (const kind of ['read', 'send', 'change'] as const)
					expect(['accepted', 'refused', 'unproven']).toContain(judgeAnswer(contract, kind, body));
				expect(['string', 'undefined']).toContain(typeof contract.readMessageId(body));
			}),
		);
	});

	test('says for every request how well it is known', () => {
		const requests = Object.values(contract.operations).flat();
		expect(requests.length).toBeGreaterThan(0);
		for (const { evidence } of requests) expect(['documented', 'seen', 'sibling', 'unproven']).toContain(evidence);
	});

	test('has a label for each request of an operation with several', () => {
		for (const variants of Object.values(contract.operations)) {
			const labels = variants.map(({ label }) => label);
			expect(new Set(labels).size).toBe(variants.length);
		}
	});

	test('has paths and a Base URL that can be joined', () => {
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
