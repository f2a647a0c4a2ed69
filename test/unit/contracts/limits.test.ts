import { buildRequest } from '../../../nodes/WhatsLoop/contracts/buildRequest';
import { cloud } from '../../../nodes/WhatsLoop/contracts/cloud';
import type { Values } from '../../../nodes/WhatsLoop/contracts/contract';
import { go } from '../../../nodes/WhatsLoop/contracts/go';
import { InputError } from '../../../nodes/WhatsLoop/input/InputError';
import { askedOperation } from './askedOperation';
import { PHONE } from './sampleValues';

const row = (more = {}) => ({ id: '1', title: 'x', ...more });
const section = (rows: object[]) => ({ title: 's', rows });

const list = (more: Values = {}): Values => ({
	recipient: PHONE,
	text: 'x',
	buttonText: 'x',
	sections: [section([row()])],
	...more,
});

const times = (count: number, text = 'x') => text.repeat(count);

const build = (values: Values) => () => buildRequest(go, askedOperation('message.sendList'), values);

describe('a list', () => {
	test.each<[string, (size: number) => Values, number]>([
		['Text', (size) => list({ text: times(size) }), 1024],
		['Title', (size) => list({ title: times(size) }), 60],
		['Footer', (size) => list({ footer: times(size) }), 60],
		['Sections 1, Rows 1, Title', (size) => list({ sections: [section([row({ title: times(size) })])] }), 24],
		[
			'Sections 2, Rows 3, Description',
			(size) => list({ sections: [section([row()]), section([row(), row(), row({ description: times(size) })])] }),
			72,
		],
	])('takes "%s" up to its limit, and the error above it names the entry', (place, values, limit) => {
		expect(build(values(limit))).not.toThrow();
		expect(build(values(limit + 1))).toThrow(InputError);
		expect(build(values(limit + 1))).toThrow(
			`"${place}" is ${limit + 1} characters long, WhatsLoop takes ${limit} at most. Nothing was sent.`,
		);
	});

	test('takes 10 sections and 10 rows in each', () => {
		const rows = (count: number) => Array.from({ length: count }, () => row());
		const sections = (count: number, rowsEach: number) =>
			list({ sections: Array.from({ length: count }, () => section(rows(rowsEach))) });
		expect(build(sections(10, 10))).not.toThrow();
		expect(build(sections(11, 1))).toThrow(/"Sections" has 11 entries, WhatsLoop takes 10 at most/);
		expect(build(sections(2, 11))).toThrow(/"Sections 1, Rows" has 11 entries, WhatsLoop takes 10 at most/);
	});
});

test.each(['👍', '🚚', 'م', '\u{20BB7}'])('%s counts as one character (not as UTF-16 units)', (character) => {
	expect(build(list({ title: times(60, character) }))).not.toThrow();
	expect(build(list({ title: times(61, character) }))).toThrow(/is 61 characters long/);
});

test.each<[string, Values]>([
	['a text', {}],
	['a reply', { replyToMessageId: 'A' }],
])('%s on cloud takes 4096 characters', (_name, more) => {
	const send = (count: number) => () =>
		buildRequest(cloud, askedOperation('message.sendText'), { recipient: PHONE, text: times(count), ...more });
	expect(send(4096)).not.toThrow();
	expect(send(4097)).toThrow('"Text" is 4097 characters long, WhatsLoop takes 4096 at most. Nothing was sent.');
});

test('a text on go has no known limit, so no limit is guessed', () => {
	expect(() =>
		buildRequest(go, askedOperation('message.sendText'), { recipient: PHONE, text: times(10_000) }),
	).not.toThrow();
});

test('a refusal does not repeat the text that is too long', () => {
	try {
		build(list({ title: `Zebra ${times(60)}` }))();
		throw new Error('not refused');
	} catch (error) {
		expect((error as Error).message).not.toContain('Zebra');
	}
});
