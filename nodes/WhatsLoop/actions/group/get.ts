import { group, readGroupId } from '../../fields/group';
import { optionsWithoutRecipient } from '../../fields/options';
import { objectIn } from '../../output/dataIn';
import { simplifyGroupWithParticipants } from '../../output/simplifyGroup';
import { defineOperation } from '../operation';

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a group',
	description: 'Get the subject, description, settings and participants of one group',
	kind: 'read',
	fields: [group, optionsWithoutRecipient],
	readValues: (read) => ({ group: readGroupId(read) }),
	simplify: ({ body, values }) => ({
		groupId: values.group,
		...simplifyGroupWithParticipants(objectIn(body)),
	}),
});
