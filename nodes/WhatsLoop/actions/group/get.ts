import { group, readGroupId } from '../../fields/group';
import { optionsWithoutRecipient } from '../../fields/options';
import { objectIn } from '../../output/dataIn';
import { simplifyGroupWithParticipants } from '../../output/simplifyGroup';
import type { Operation } from '../operation';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a group',
	description: 'Get the subject, description, settings and participants of one group',
	kind: 'read',
	fields: [group, optionsWithoutRecipient],
	readValues: (read) => ({ groupId: readGroupId(read) }),
	simplify: ({ body, values }) => ({
		groupId: values.groupId as string,
		...simplifyGroupWithParticipants(objectIn(body)),
	}),
};
