import { group, readGroupId } from '../../fields/group';
import { options } from '../../fields/options';
import { recipient } from '../../fields/recipient';
import type { Operation } from '../operation';

export const sendInvite: Operation = {
	value: 'sendInvite',
	name: 'Send Invite',
	action: 'Send an invite to a group',
	description: 'Send somebody the link by which they can join a group',
	kind: 'send',
	fields: [group, recipient, options],
	readValues: (read) => ({ groupId: readGroupId(read), recipient: read.recipient() }),
};
