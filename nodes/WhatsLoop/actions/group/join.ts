import { inviteCode, readInviteCode } from '../../fields/group';
import { optionsWithoutRecipient } from '../../fields/options';
import { dataIn } from '../../output/dataIn';
import { firstOf, withoutUndefined } from '../../output/firstOf';
import { defineOperation } from '../operation';

export const join = defineOperation({
	value: 'join',
	name: 'Join',
	action: 'Join a group',
	description: 'Join a group by its invite link or code',
	kind: 'change',
	fields: [inviteCode, optionsWithoutRecipient],
	readValues: (read) => ({ inviteCode: readInviteCode(read) }),
	simplify: ({ body }) => {
		const data = dataIn(body);
		const groupId = typeof data === 'string' ? data : firstOf(data, ['id', 'jid', 'groupId', 'gid', 'response']);
		return withoutUndefined({ joined: true, groupId });
	},
});
