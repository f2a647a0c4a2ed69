import type { Resource } from '../operation';
import { addParticipants } from './addParticipants';
import { create } from './create';
import { demote } from './demote';
import { get } from './get';
import { getAll } from './getAll';
import { getInviteCode } from './getInviteCode';
import { getInviteInfo } from './getInviteInfo';
import { getMessages } from './getMessages';
import { getPicture } from './getPicture';
import { join } from './join';
import { promote } from './promote';
import { removeParticipants } from './removeParticipants';
import { revokeInviteCode } from './revokeInviteCode';
import { sendInvite } from './sendInvite';
import { update } from './update';

export const group: Resource = {
	value: 'group',
	name: 'Group',
	defaultOperation: getAll.value,
	operations: [
		addParticipants,
		create,
		demote,
		get,
		getInviteCode,
		getInviteInfo,
		getAll,
		getMessages,
		getPicture,
		join,
		promote,
		removeParticipants,
		revokeInviteCode,
		sendInvite,
		update,
	],
};
