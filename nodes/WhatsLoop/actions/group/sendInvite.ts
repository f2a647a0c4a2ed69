import { group, readGroupId } from '../../fields/group';
import { options } from '../../fields/options';
import { readRecipient, recipient } from '../../fields/recipient';
import { defineOperation } from '../operation';

export const sendInvite = defineOperation({
	value: 'sendInvite',
	name: 'Send Invite',
	action: 'Send an invite to a group',
	description: 'Send somebody the link by which they can join a group',
	kind: 'send',
	fields: [group, recipient, options],
	readValues: (read) => ({ group: readGroupId(read), recipient: readRecipient(read) }),
});
