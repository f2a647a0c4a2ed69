import { inviteCode, readInviteCode } from '../../fields/group';
import { optionsWithoutRecipient } from '../../fields/options';
import { objectIn } from '../../output/dataIn';
import { simplifyGroup } from '../../output/simplifyGroup';
import { defineOperation } from '../operation';

export const getInviteInfo = defineOperation({
	value: 'getInviteInfo',
	name: 'Get Invite Info',
	action: 'Get the group behind an invite',
	description: 'Find out which group an invite link or code leads to, without joining it',
	kind: 'read',
	fields: [inviteCode, optionsWithoutRecipient],
	readValues: (read) => ({ inviteCode: readInviteCode(read) }),
	simplify: ({ body, values }) => ({ inviteCode: values.inviteCode, ...simplifyGroup(objectIn(body)) }),
});
