import { parse } from 'qs';
import { contracts } from '../../nodes/WhatsLoop/contracts';
import type { FieldSource, RequestVariant } from '../../nodes/WhatsLoop/contracts/contract';
import { recordings, type RecordedClient, type RecordedRequest } from './recordings';

/** The values of a recorded request, however it was encoded. */
async function fieldsOf({ path, headers, body }: RecordedRequest): Promise<unknown> {
	if (body === undefined) return parse(path.split('?')[1] ?? '');
	const contentType = headers['content-type'];
	if (contentType === 'application/json') return JSON.parse(body);
	const pairs = new URLSearchParams();
	const form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
	form.forEach((value, name) => pairs.append(name, typeof value === 'string' ? value : value.name));
	return parse(pairs.toString());
}

/** Every name in nested fields, such as `buttons[].title`, without the index of an entry. */
function namesIn(fields: unknown, prefix = ''): string[] {
	if (Array.isArray(fields)) return [...new Set(fields.flatMap((entry) => namesIn(entry, `${prefix}[]`)))];
	if (typeof fields !== 'object' || fields === null) return prefix === '' || prefix.endsWith('[]') ? [] : [prefix];
	return Object.entries(fields).flatMap(([name, value]) => {
		const full = prefix === '' ? name : `${prefix}.${name}`;
		return Array.isArray(value) && value.every((entry) => typeof entry !== 'object') ? [full] : namesIn(value, full);
	});
}

const REPLY = { type: 'reply', text: 'Yes', id: '1' };
const BUTTONS = [REPLY, { type: 'url', text: 'Shop', id: '2', url: 'https://example.com/' }];
const SECTIONS = [{ title: 'S', rows: [{ id: 'a', title: 'R', description: 'D' }] }];
const SAMPLES: Record<string, unknown> = { sections: SECTIONS, cursorFromMe: true };

/** The value that the node puts into a field, with a sample for the user's value. */
function sampleOf(source: FieldSource, { when }: RequestVariant): unknown {
	const value = typeof source === 'string' ? source : source.value;
	const given = value === 'buttons' ? (when?.hasLinkButtons === true ? BUTTONS : [REPLY]) : (SAMPLES[value] ?? 'x');
	return typeof source === 'string' ? given : source.as(given as never);
}

/** Every field that the node can put into a request on this path. @throws Error if it has no request there */
function nodeNames({ contract }: RecordedClient, { method, path }: RecordedRequest): string[] {
	const { operations, channelField } = contracts.find(({ id }) => id === contract)!;
	const endpoint = path.split('?')[0];
	const variants = Object.values(operations)
		.flat()
		.filter((variant) => variant.method === method && variant.path === endpoint);
	if (variants.length === 0) throw new Error(`The node has no request ${method} ${endpoint}`);
	const names = variants.flatMap((variant) => [
		...Object.keys(variant.constants ?? {}),
		...Object.entries(variant.fields).flatMap(([field, source]) => namesIn({ [field]: sampleOf(source, variant) })),
	]);
	return [...new Set(channelField === undefined ? names : [...names, channelField])];
}

const rows = recordings.flatMap(([name, client]) =>
	client.requests
		.filter(({ node }) => node === undefined)
		.map((request): [string, RecordedClient, RecordedRequest] => [
			`${name}: ${request.method} ${request.path.split('?')[0]}`,
			client,
			request,
		]),
);

// A whole field that only the node can send is optional, and the client has no use for it. Inside a list of buttons or
// rows the entries must match in both directions, because a server reads each entry by one rule.
test.each(rows)(
	'the node fills the same fields (%s), except for the listed differences',
	async (_name, client, request) => {
		const theirs = namesIn(await fieldsOf(request));
		const ours = nodeNames(client, request);
		const differences = [
			...theirs.filter((name) => !ours.includes(name)),
			...ours.filter((name) => name.includes('[]') && !theirs.includes(name)),
		];
		const listed = client.differences[request.path.split('?')[0]] ?? {};
		expect(differences.sort()).toEqual(Object.keys(listed).sort());
	},
);

test('every listed difference has a reason and belongs to a recorded request', () => {
	for (const [, { differences, requests }] of recordings) {
		for (const [path, reasons] of Object.entries(differences)) {
			expect(requests.map((request) => request.path.split('?')[0])).toContain(path);
			for (const reason of Object.values(reasons)) expect(reason).toMatch(/\w+ .*\.$/);
		}
	}
});

test('a recording contains no token and no phone number', () => {
	const text = JSON.stringify(recordings);
	expect(text).not.toMatch(/[0-9a-f]{32}_[0-9A-Za-z]{40}|wl_[0-9A-Za-z]{10}/);
	const phones = text.match(/\b9665\d{8}\b/g) ?? [];
	expect([...new Set(phones)].sort()).toEqual(['966500000001', '966501234567', '966507654321']);
});
