import { group, readGroupId } from '../../fields/group';
import { optionsWithoutRecipient } from '../../fields/options';
import { dataIn } from '../../output/dataIn';
import { simplifyInvite } from '../../output/simplifyGroup';
import { defineOperation } from '../operation';

export const getInviteCode = defineOperation({
	value: 'getInviteCode',
	name: 'Get Invite Code',
	action: 'Get the invite code of a group',
	description: 'Get the code and link by which people can join a group',
	kind: 'read',
	fields: [group, optionsWithoutRecipient],
	readValues: (read) => ({ group: readGroupId(read) }),
	simplify: ({ body, values }) => simplifyInvite(values.group, dataIn(body)),
});
