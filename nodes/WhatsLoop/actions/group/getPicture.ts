import { group, readGroupId } from '../../fields/group';
import { optionsWithoutRecipient } from '../../fields/options';
import { pictureUrlIn } from '../../output/pictureUrl';
import { defineOperation } from '../operation';

export const getPicture = defineOperation({
	value: 'getPicture',
	name: 'Get Picture',
	action: 'Get the picture of a group',
	description: "Get the web address of a group's picture",
	kind: 'read',
	fields: [group, optionsWithoutRecipient],
	readValues: (read) => ({ group: readGroupId(read) }),
	simplify: ({ body, values }) => ({ groupId: values.group, pictureUrl: pictureUrlIn(body) }),
});
