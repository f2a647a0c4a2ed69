import type { OperationTable, RequestVariant } from '../contract';
import { get, post } from './variant';

const onParticipants = (path: string) => [post(path, { jid: 'group', phones: 'participants' })];

/** Each property of a group has a request of its own. */
const update = (property: string, path: string, field: string): RequestVariant =>
	post(path, { jid: 'group', [field]: property }, { label: property });

export const groupOperations: OperationTable = {
	'group.getAll': [get('group/list')],
	'group.get': [get('group/meta/data', { jid: 'group' })],
	'group.getMessages': [get('group/conversation', { jid: 'group' })],
	'group.create': [post('group/create', { phones: 'participants', subject: 'subject' })],
	'group.join': [post('group/join', { code: 'inviteCode' })],
	'group.addParticipants': onParticipants('group/add/participant'),
	'group.removeParticipants': onParticipants('group/remove/participant'),
	'group.promote': onParticipants('group/promote/participant'),
	'group.demote': onParticipants('group/demote/participant'),
	'group.update': [
		update('subject', 'group/rename', 'subject'),
		update('description', 'group/set/description', 'description'),
		update('picture', 'group/set/display/picture', 'image'),
		update('settings', 'group/settings', 'settings'),
	],
	'group.getPicture': [get('group/display/picture', { jid: 'group' })],
	'group.getInviteCode': [post('invite/code', { jid: 'group' })],
	'group.revokeInviteCode': [post('invite/revoke/code', { jid: 'group' })],
	'group.getInviteInfo': [get('invite/get/info', { code: 'inviteCode' })],
	'group.sendInvite': [post('invite/send/link', { jid: 'group', to: 'recipient' })],
};
