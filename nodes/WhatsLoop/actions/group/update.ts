import type { INodeProperties } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import type { Values } from '../../contracts/contract';
import { group, readGroupId } from '../../fields/group';
import { optionsWithoutRecipient } from '../../fields/options';
import { InputError } from '../../input/InputError';
import { checkMediaUrl } from '../../input/mediaType';
import type { ParameterReader } from '../../input/ParameterReader';
import type { Operation } from '../operation';

const updateFields: INodeProperties = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	options: [
		{
			displayName: 'Description',
			name: 'description',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			description: 'What the group is about. Left empty, the description is removed.',
		},
		{
			displayName: 'Picture URL',
			name: 'picture',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/team.jpg',
			description: 'Web address of the new picture. WhatsLoop fetches it.',
		},
		{
			displayName: 'Settings',
			name: 'settings',
			type: 'options',
			options: [
				{ name: 'Everybody May Edit', value: 'unlocked', description: 'Subject, description and picture of the group' },
				{ name: 'Everybody May Send', value: 'not_announcement' },
				{ name: 'Only Admins May Edit', value: 'locked', description: 'Subject, description and picture of the group' },
				{ name: 'Only Admins May Send', value: 'announcement' },
			],
			default: 'not_announcement',
			description: 'Who may do what in the group',
		},
		{
			displayName: 'Subject',
			name: 'subject',
			type: 'string',
			default: '',
			placeholder: 'e.g. Delivery team',
			description: 'New name of the group',
		},
	],
};

function readChanges(read: ParameterReader): Values {
	const optionalText = (name: string) => {
		const value = read.option('updateFields', name);
		return value === undefined || value === null ? undefined : String(value).trim();
	};
	const subject = optionalText('subject');
	const picture = optionalText('picture');
	if (subject === '') throw new InputError('"Subject" is empty', 'Fill it in, or remove it from Update Fields.');
	const changes = {
		subject,
		description: optionalText('description'),
		picture: picture === undefined ? undefined : checkMediaUrl(picture, 'Picture URL'),
		settings: optionalText('settings'),
	};
	if (Object.values(changes).every((value) => value === undefined)) {
		throw new InputError('There is nothing to update', 'Add a field in Update Fields.');
	}
	return changes;
}

/** What was changed already can't be taken back, so the error says it. */
function withChanged(error: unknown, changed: string[]): unknown {
	if (error instanceof NodeApiError && changed.length > 0) {
		error.description = `${error.description ?? ''} Changed before: ${changed.join(', ')}.`.trim();
	}
	return error;
}

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update a group',
	description: 'Change the subject, description, picture or settings of a group',
	kind: 'change',
	fields: [group, updateFields, optionsWithoutRecipient],
	readValues: (read) => ({ groupId: readGroupId(read), ...readChanges(read) }),
	run: async ({ request, simplify }, { groupId, ...changes }) => {
		const done: string[] = [];
		const answers: Record<string, unknown> = {};
		for (const [property, value] of Object.entries(changes)) {
			if (value === undefined) continue;
			try {
				answers[property] = await request({ groupId, [property]: value });
			} catch (error) {
				throw withChanged(error, done);
			}
			done.push(property);
		}
		return [
			{ json: { groupId: groupId as string, ...(simplify ? { updated: done } : { answers: answers as object }) } },
		];
	},
};
