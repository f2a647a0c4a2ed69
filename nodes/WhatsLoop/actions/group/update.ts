import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { NodeApiError } from 'n8n-workflow';
import { group, readGroupId } from '../../fields/group';
import { optionsWithoutRecipient } from '../../fields/options';
import { InputError } from '../../input/InputError';
import { checkMediaUrl } from '../../input/mediaType';
import type { Field, ParameterReader } from '../../input/ParameterReader';
import { plainText } from '../../input/plainText';
import { defineOperation } from '../operation';

const description: INodeProperties = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	typeOptions: { rows: 3 },
	default: '',
	placeholder: 'e.g. Orders and deliveries of the north branch',
	description: 'What the group is about. Left empty, the description is removed.',
};

const picture: INodeProperties = {
	displayName: 'Picture URL',
	name: 'picture',
	type: 'string',
	default: '',
	placeholder: 'e.g. https://example.com/team.jpg',
	description: 'Web address of the new picture. WhatsLoop fetches it.',
};

const settings: INodeProperties = {
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
};

const subject: INodeProperties = {
	displayName: 'Subject',
	name: 'subject',
	type: 'string',
	default: '',
	placeholder: 'e.g. Delivery team',
	description: 'New name of the group',
};

const updateFields: INodeProperties = {
	displayName: 'Update Fields',
	name: 'updateFields',
	type: 'collection',
	placeholder: 'Add field',
	default: {},
	options: [description, picture, settings, subject],
};

function readChanges(read: ParameterReader) {
	// an empty text is allowed here: it removes the description
	const givenText = (field: Field) => {
		const value = read.option(updateFields, field);
		return value === undefined || value === null ? undefined : plainText(value).trim();
	};
	const newPicture = givenText(picture);
	const changes = {
		subject: givenText(subject),
		description: givenText(description),
		picture: newPicture === undefined ? undefined : checkMediaUrl(newPicture, picture.displayName),
		settings: givenText(settings),
	};
	if (changes.subject === '') {
		throw new InputError(
			`"${subject.displayName}" is empty`,
			`Fill it in, or remove it from ${updateFields.displayName}.`,
		);
	}
	if (Object.values(changes).every((value) => value === undefined)) {
		throw new InputError('There is nothing to update', `Add a field in ${updateFields.displayName}.`);
	}
	return changes;
}

/** Changes that were already made can't be undone, so the error names them. */
function withChanged(error: unknown, changed: string[]): unknown {
	if (error instanceof NodeApiError && changed.length > 0) {
		error.description = `${error.description ?? ''} Changed before: ${changed.join(', ')}.`.trim();
	}
	return error;
}

export const update = defineOperation({
	value: 'update',
	name: 'Update',
	action: 'Update a group',
	description: 'Change the subject, description, picture or settings of a group',
	kind: 'change',
	fields: [group, updateFields, optionsWithoutRecipient],
	readValues: (read) => ({ group: readGroupId(read), ...readChanges(read) }),
	run: async ({ request, simplify }, { group: id, ...changes }) => {
		const done: string[] = [];
		const answers: IDataObject = {};
		for (const [property, value] of Object.entries(changes)) {
			if (value === undefined) continue;
			try {
				answers[property] = await request({ group: id, [property]: value });
			} catch (error) {
				throw withChanged(error, done);
			}
			done.push(property);
		}
		return [{ json: { groupId: id, ...(simplify ? { updated: done } : { answers }) } }];
	},
});
