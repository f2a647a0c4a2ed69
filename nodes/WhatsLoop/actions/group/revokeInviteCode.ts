import { group, readGroupId } from '../../fields/group';
import { optionsWithoutRecipient } from '../../fields/options';
import { dataIn } from '../../output/dataIn';
import { simplifyInvite } from '../../output/simplifyGroup';
import { defineOperation } from '../operation';

export const revokeInviteCode = defineOperation({
	value: 'revokeInviteCode',
	name: 'Revoke Invite Code',
	action: 'Revoke the invite code of a group',
	description: 'Make the invite link of a group invalid; WhatsApp makes a new one',
	kind: 'change',
	fields: [group, optionsWithoutRecipient],
	readValues: (read) => ({ group: readGroupId(read) }),
	simplify: ({ body, values }) => simplifyInvite(values.group, dataIn(body)),
});
