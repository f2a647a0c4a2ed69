import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { resources } from '../../../nodes/WhatsLoop/actions';
import { WhatsLoop } from '../../../nodes/WhatsLoop/WhatsLoop.node';
import { complete } from '../support/fakeNode';

const { description } = new WhatsLoop();

const OPERATIONS = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({ id: `${resource.value}.${operation.value}`, resource, operation })),
);

/** Names of the parameters that the panel shows. */
const shown = (parameters: IDataObject): string[] => Object.keys(complete(parameters)).sort();

/** Whether a field shows while all others have their defaults. */
function isShownAtFirst({ displayOptions }: INodeProperties, fields: INodeProperties[]): boolean {
	return Object.entries(displayOptions?.show ?? {}).every(
		([name, wanted]) =>
			// a field with another default in another version of the node exists once for each version
			name === '@version' || wanted?.includes(fields.find((field) => field.name === name)?.default as never),
	);
}

describe('the panel', () => {
	test.each(OPERATIONS)('of $id shows its own parameters and no others', ({ resource, operation }) => {
		const expected = new Set(
			operation.fields.filter((field) => isShownAtFirst(field, operation.fields)).map(({ name }) => name),
		);
		expect(shown({ resource: resource.value, operation: operation.value })).toEqual(
			[...expected, 'resource', 'operation', 'delivery'].sort(),
		);
	});

	test.each(OPERATIONS)(
		'of $id has a label, an action, a description, and a text for every parameter',
		({ operation }) => {
			expect(operation.name).toMatch(/^[A-Z]/);
			expect(operation.action).toMatch(/^[A-Z][^.]+$/);
			expect(operation.description.length).toBeGreaterThan(20);
			const unexplained = operation.fields
				// a notice is only an explanation
				.filter(({ type }) => type !== 'collection' && type !== 'notice')
				.filter((field) => !field.description && !field.hint && !field.placeholder);
			expect(unexplained.map(({ name }) => name)).toEqual([]);
		},
	);

	test('starts a new node with a text message', () => {
		expect(shown({})).toEqual(expect.arrayContaining(['recipient', 'text']));
	});

	test('has Return All and Limit on every list, and hides Limit with Return All', () => {
		for (const { resource, operation } of OPERATIONS.filter(({ operation: { value } }) =>
			/^get(All|Messages)$/.test(value),
		)) {
			const chosen = { resource: resource.value, operation: operation.value };
			expect(shown(chosen)).toEqual(expect.arrayContaining(['returnAll', 'limit']));
			expect(shown({ ...chosen, returnAll: true })).not.toContain('limit');
		}
	});

	test('shows the fields of the media source that is chosen', () => {
		const media = { resource: 'message', operation: 'sendMedia' };
		expect(shown(media)).toContain('mediaUrl');
		expect(shown(media)).not.toContain('binaryPropertyName');
		expect(shown({ ...media, mediaSource: 'binary' })).toContain('binaryPropertyName');
		expect(shown({ ...media, mediaSource: 'binary' })).not.toContain('mediaUrl');
	});

	test('lets every recipient be chosen by number, by ID or from a list', () => {
		const recipients = description.properties.filter(({ name }) => name === 'recipient');
		expect(recipients.length).toBeGreaterThan(3);
		for (const { modes } of recipients)
			expect(modes?.map(({ name }) => name).sort()).toEqual(['chatId', 'list', 'phone']);
	});
});
