import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NodeHelpers, type INode, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { WhatsLoop } from '../../nodes/WhatsLoop/WhatsLoop.node';
import { resources, operationFor } from '../../nodes/WhatsLoop/actions';
import { DEFAULT_SETTINGS } from '../../nodes/WhatsLoop/transport/request';

const { description } = new WhatsLoop();
const { properties } = description;
const folder = resolve(__dirname, '../../nodes/WhatsLoop');

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({ resource, operation, id: `${resource.value}.${operation.value}` })),
);
const eachOperation = operations.map((entry) => [entry.id, entry] as const);

const shown = (property: INodeProperties, parameters: INodeParameters) =>
	NodeHelpers.displayParameter(parameters, property, { typeVersion: 1 } as INode, description);

describe('the node', () => {
	test('has the name that workflows and the credential use', () => {
		expect(description).toMatchObject({
			name: 'whatsLoop',
			displayName: 'WhatsLoop',
			version: [1, 1.1],
			usableAsTool: true,
		});
		expect(description.credentials).toEqual([{ name: 'whatsLoopApi', required: true, testedBy: 'whatsLoopApiTest' }]);
		expect(Object.keys(new WhatsLoop().methods.credentialTest)).toEqual(['whatsLoopApiTest']);
	});

	test('has both its icons and a codex that names it', () => {
		const { light, dark } = description.icon as { light: string; dark: string };
		for (const icon of [light, dark]) expect(existsSync(resolve(folder, icon.replace('file:', '')))).toBe(true);
		const codex = JSON.parse(readFileSync(resolve(folder, 'WhatsLoop.node.json'), 'utf8')) as { node: string };
		expect(codex.node).toBe('n8n-nodes-whatsloop.whatsLoop');
	});

	test('puts Sending & Retries last, the same for all operations', () => {
		const last = properties[properties.length - 1];
		expect(last.name).toBe('delivery');
		for (const { resource, operation } of operations)
			expect(shown(last, { resource: resource.value, operation: operation.value })).toBe(true);
	});
});

describe('the operations', () => {
	test('of messages have the names that workflows use', () => {
		const names = resources.find(({ value }) => value === 'message')?.operations.map(({ value }) => value);
		expect(names).toEqual(
			expect.arrayContaining([
				...['sendText', 'sendMedia', 'sendLocation', 'sendContact', 'sendButtons', 'sendList'],
				...['sendReaction', 'sendMention', 'sendCatalog', 'get', 'getAll', 'delete'],
			]),
		);
	});

	test.each(eachOperation)('%s has a name, an action and a description for people', (_id, { operation }) => {
		expect(operation.name).toMatch(/^[A-Z][a-z]+( ([A-Z][A-Za-z]*|as|and|for))*$/);
		expect(operation.action).toMatch(/^[A-Z][a-z]/);
		// a single sentence has no full stop, several sentences have
		expect(operation.description).toMatch(/^[A-Z](.*\. .*\.|[^.]*)$/);
	});

	test('start with messages, and these with the five kinds that people send most', () => {
		expect(resources.map(({ name }) => name).slice(0, 2)).toEqual(['Message', 'Chat']);
		expect(resources[0].operations.map(({ name }) => name).slice(0, 5)).toEqual([
			'Send Text',
			'Send Media',
			'Send Buttons',
			'Send List',
			'Send and Wait for Response',
		]);
	});

	test('are listed by name otherwise, and no two share a name or an action', () => {
		const byName = (names: string[]) => [...names].sort((a, b) => a.localeCompare(b));
		for (const { value, operations: list } of resources) {
			const names = list.map(({ name }) => name).slice(value === 'message' ? 5 : 0);
			expect(names).toEqual(byName(names));
			expect(new Set(list.map(({ name }) => name)).size).toBe(list.length);
			expect(new Set(list.map(({ action }) => action)).size).toBe(list.length);
		}
		const others = resources.map(({ name }) => name).slice(1, -2);
		expect(others).toEqual(byName(others));
	});

	test('have a default that exists', () => {
		for (const { operations: list, defaultOperation } of resources)
			expect(list.map(({ value }) => value)).toContain(defaultOperation);
	});

	test.each([
		['message', 'dance'],
		['dance', 'sendText'],
		['constructor', 'constructor'],
	])('%s.%s is refused with what to do (a newer version may know it)', (resource, operation) => {
		expect(() => operationFor(resource, operation)).toThrow(/is not known/);
	});
});

describe.each(eachOperation)('%s', (_id, { resource, operation }) => {
	const parameters = { resource: resource.value, operation: operation.value };
	/** The fields that are shown for this operation, always or for one of its own choices. */
	const fields = properties.filter(
		({ displayOptions }) =>
			(displayOptions?.show?.operation as string[] | undefined)?.includes(operation.value) &&
			(displayOptions?.show?.resource as string[]).includes(resource.value),
	);

	test('shows its fields, all of them and in its own order', () => {
		expect(fields.map(({ name }) => name)).toEqual(operation.fields.map(({ name }) => name));
	});

	test('never shows the same name twice at the same time', () => {
		const names = properties.filter((property) => shown(property, parameters)).map(({ name }) => name);
		expect(new Set(names).size).toBe(names.length);
	});

	test('has a label and a default for every field', () => {
		for (const field of fields) {
			expect(field.displayName).toMatch(/^[A-Z]/);
			expect(field.default).toBeDefined();
		}
	});

	test('shows an example in every field that starts empty', () => {
		const empty = fields.filter(({ type, default: value }) => ['string', 'number'].includes(type) && value === '');
		for (const { placeholder } of empty) expect(placeholder).toMatch(/^e\.g\. /);
	});

	test('has Options last', () => {
		expect(fields[fields.length - 1].name).toBe('options');
	});
});

test('no property stands twice for the same operation', () => {
	const keys = properties.flatMap(({ name, displayOptions }) =>
		((displayOptions?.show?.operation as string[] | undefined) ?? ['']).map((operation) =>
			JSON.stringify([name, { ...displayOptions?.show, operation }]),
		),
	);
	expect(new Set(keys).size).toBe(keys.length);
});

test('the defaults in the panel are the ones that are used', () => {
	const { options } = properties.find(({ name }) => name === 'delivery') as { options: INodeProperties[] };
	const defaults = Object.fromEntries(options.map((option) => [option.name, option.default]));
	expect(defaults).toMatchObject({
		maxRetries: DEFAULT_SETTINGS.maxRetries,
		maxRetryAfter: DEFAULT_SETTINGS.maxRetryAfterSeconds,
		maxTotalWait: DEFAULT_SETTINGS.maxTotalWaitSeconds,
		requestTimeout: DEFAULT_SETTINGS.requestTimeoutSeconds,
		retryUncertain: DEFAULT_SETTINGS.retryUncertain,
	});
	expect(defaults).toMatchObject({
		maxRetries: 5,
		maxRetryAfter: 120,
		maxTotalWait: 600,
		requestTimeout: 60,
		retryUncertain: false,
	});
});

test('coordinates start empty (0, 0 is in the Atlantic), except in nodes of version 1, where they started with 0', () => {
	const parameters = { resource: 'message', operation: 'sendLocation' };
	const placeOf = (typeVersion: number) =>
		NodeHelpers.getNodeParameters(properties, parameters, true, false, { typeVersion } as INode, description);
	expect(placeOf(1)).toMatchObject({ latitude: 0, longitude: 0 });
	expect(placeOf(1.1)).toMatchObject({ latitude: '', longitude: '' });
});

test('all operations of a resource have the same recipient field (so that switching keeps its value)', () => {
	const resourcesOf = properties
		.filter(({ name }) => name === 'recipient')
		.map(({ displayOptions }) => JSON.stringify(displayOptions?.show?.resource));
	expect(resourcesOf.length).toBeGreaterThan(1);
	expect(new Set(resourcesOf).size).toBe(resourcesOf.length);
});
