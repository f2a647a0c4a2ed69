import { get, post, row, type RequestRow } from './row';
import { GROUP, group, OTHER_PHONE, PHONE, PICTURE_URL, toPerson } from './samples';

const jid = { jid: GROUP };
const phones = [PHONE, OTHER_PHONE];
const participants = '966501234567, 00966507654321';

const change = (operation: string, path: string): RequestRow =>
	row(`group.${operation}`, 'two people', { group, participants }, { go: post(path, { ...jid, phones }) });

const update = (field: string, value: string, path: string, apiField = field): RequestRow =>
	row(
		'group.update',
		`its ${field}${value === '' ? ', taken away' : ''}`,
		{ group, updateFields: { [field]: value } },
		{ go: post(path, { ...jid, [apiField]: value }) },
	);

export const groupRequests: RequestRow[] = [
	row('group.getAll', 'the usual number', {}, { go: get('group/list') }),
	row('group.get', 'one', { group }, { go: get('group/meta/data', jid) }),
	row('group.getMessages', 'the usual number', { group }, { go: get('group/conversation', jid) }),
	row(
		'group.create',
		'with two people',
		{ subject: 'Team', participants },
		{
			go: post('group/create', { phones, subject: 'Team' }),
		},
	),
	row(
		'group.join',
		'by a link',
		{ inviteCode: 'https://chat.whatsapp.com/SandboxInviteNeighbour' },
		{
			go: post('group/join', { code: 'SandboxInviteNeighbour' }),
		},
	),
	change('addParticipants', 'group/add/participant'),
	change('promote', 'group/promote/participant'),
	change('demote', 'group/demote/participant'),
	change('removeParticipants', 'group/remove/participant'),
	update('subject', 'سائقون', 'group/rename'),
	update('description', 'On the road', 'group/set/description'),
	update('description', '', 'group/set/description'),
	update('picture', PICTURE_URL, 'group/set/display/picture', 'image'),
	update('settings', 'locked', 'group/settings'),
	row('group.getPicture', 'of one', { group }, { go: get('group/display/picture', jid) }),
	row('group.getInviteCode', 'of one', { group }, { go: post('invite/code', jid) }),
	row(
		'group.getInviteInfo',
		'by a code',
		{ inviteCode: 'SandboxInviteDelivery1' },
		{
			go: get('invite/get/info', { code: 'SandboxInviteDelivery1' }),
		},
	),
	row('group.sendInvite', 'to a person', toPerson({ group }), { go: post('invite/send/link', { ...jid, to: PHONE }) }),
	row('group.revokeInviteCode', 'of one', { group }, { go: post('invite/revoke/code', jid) }),
];
