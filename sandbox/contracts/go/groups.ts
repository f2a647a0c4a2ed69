import { newGroupId, newInviteCode, type Group, type Participant } from '../../state/directory';
import { chatIdOf } from '../../state/message';
import { acceptSend } from '../acceptSend';
import type { Answer, Call, Endpoint } from '../endpoint';
import { groupJid, httpUrl, oneOf, present, recipient, required, text, type FieldRules } from '../fields';
import { goFailure, goRecord, goSendForm, ok, updated } from './answers';
import { visibleMessages } from './chats';
import { phoneList } from './checks';

const INVITE_LINK = 'https://chat.whatsapp.com/';

const notFound = (): Answer => ({ statusCode: 422, body: goFailure('Group not Found') });

const groupsOf = ({ state, account }: Call) => state.directories.of(account).groups;

const ownId = ({ account }: Call) => chatIdOf(account.phone);

const isMember = (call: Call, group: Group) => group.participants.some(({ id }) => id === ownId(call));

/** A row for an endpoint about one group of the account; a group it is not in is not found. */
const onGroup = (
	method: 'GET' | 'POST',
	path: string,
	apply: (group: Group, call: Call) => Answer | Promise<Answer>,
	more: FieldRules = {},
): Endpoint => ({
	method,
	path,
	fields: { jid: required(groupJid), ...more },
	apply(call) {
		const group = groupsOf(call).find(({ id }) => id === call.fields.text('jid'));
		return group && isMember(call, group) ? apply(group, call) : notFound();
	},
});

const change = (path: string, alter: (group: Group, call: Call) => void, more: FieldRules) =>
	onGroup(
		'POST',
		path,
		(group, call) => {
			alter(group, call);
			return updated('The group has been successfully updated.');
		},
		more,
	);

const idsIn = ({ request }: Call) => (request.body as { phones: string[] }).phones.map(chatIdOf);

/** Changes those participants of a group that the request names. */
const changeParticipants = (path: string, alter: (group: Group, ids: string[]) => void) =>
	change(path, (group, call) => alter(group, idsIn(call)), { phones: required(phoneList) });

const setAdmin = (admin: Participant['admin']) => (group: Group, ids: string[]) => {
	for (const participant of group.participants) if (ids.includes(participant.id)) participant.admin = admin;
};

const SETTINGS: Record<string, (group: Group) => void> = {
	announcement: (group) => (group.announce = true),
	not_announcement: (group) => (group.announce = false),
	locked: (group) => (group.restrict = true),
	unlocked: (group) => (group.restrict = false),
};

/** Without the invite code and the picture, because these have their own requests. */
const record = (group: Group) => ({
	...group,
	size: group.participants.length,
	inviteCode: undefined,
	pictureUrl: undefined,
});

function create(call: Call): Answer {
	const own = ownId(call);
	const group: Group = {
		id: newGroupId(),
		subject: call.fields.text('subject'),
		desc: '',
		owner: own,
		creation: Math.floor(Date.now() / 1000),
		announce: false,
		restrict: false,
		participants: [{ id: own, admin: 'superadmin' }, ...idsIn(call).map((id) => ({ id, admin: null }))],
		inviteCode: newInviteCode(),
	};
	groupsOf(call).push(group);
	return updated('The group has been successfully created.', record(group));
}

function join(call: Call): Answer {
	const group = groupsOf(call).find(({ inviteCode }) => inviteCode === call.fields.text('code'));
	if (!group) return notFound();
	if (!isMember(call, group)) group.participants.push({ id: ownId(call), admin: null });
	return ok('The group has been successfully joined.', { id: group.id });
}

/** Groups of the account, and invitations to them. */
export const groups: Endpoint[] = [
	{
		method: 'GET',
		path: 'group/list',
		fields: {},
		apply: (call) =>
			ok(
				'The groups have been successfully fetched.',
				groupsOf(call)
					.filter((group) => isMember(call, group))
					.map(record),
			),
	},
	onGroup('GET', 'group/meta/data', (group) => ok('The group has been successfully fetched.', record(group))),
	onGroup('GET', 'group/conversation', (group, { state, account }) =>
		ok('The messages have been successfully fetched.', visibleMessages(state, account, group.id).map(goRecord)),
	),
	onGroup('GET', 'group/display/picture', (group, { request }) =>
		ok('The picture has been successfully fetched.', {
			url: group.pictureUrl ?? `http://${request.headers.host}/media/sample.jpg`,
		}),
	),
	{
		method: 'POST',
		path: 'group/create',
		fields: { phones: required(phoneList), subject: required(text()) },
		apply: create,
	},
	{ method: 'POST', path: 'group/join', fields: { code: required(text()) }, apply: join },
	changeParticipants('group/add/participant', (group, ids) => {
		const present = group.participants.map(({ id }) => id);
		group.participants.push(...ids.filter((id) => !present.includes(id)).map((id) => ({ id, admin: null })));
	}),
	changeParticipants('group/remove/participant', (group, ids) => {
		group.participants = group.participants.filter(({ id }) => !ids.includes(id));
	}),
	changeParticipants('group/promote/participant', setAdmin('admin')),
	changeParticipants('group/demote/participant', setAdmin(null)),
	change('group/rename', (group, { fields }) => (group.subject = fields.text('subject')), {
		subject: required(text()),
	}),
	// an empty one removes it
	change('group/set/description', (group, { fields }) => (group.desc = fields.text('description')), {
		description: present(text()),
	}),
	change('group/set/display/picture', (group, { fields }) => (group.pictureUrl = fields.text('image')), {
		image: required(httpUrl),
	}),
	change('group/settings', (group, { fields }) => SETTINGS[fields.text('settings')](group), {
		settings: required(oneOf(...Object.keys(SETTINGS))),
	}),
	onGroup('POST', 'invite/code', ({ inviteCode }) =>
		ok('The code has been successfully fetched.', { code: inviteCode }),
	),
	onGroup('POST', 'invite/revoke/code', (group) => {
		group.inviteCode = newInviteCode();
		return updated('The code has been successfully revoked.', { code: group.inviteCode });
	}),
	onGroup(
		'POST',
		'invite/send/link',
		(group, call) =>
			acceptSend(
				call,
				{ ...goSendForm, recipientField: 'to' },
				{ kind: 'text', text: `${group.subject}: ${INVITE_LINK}${group.inviteCode}` },
			),
		{ to: required(recipient) },
	),
	{
		method: 'GET',
		path: 'invite/get/info',
		fields: { code: required(text()) },
		apply(call) {
			const group = groupsOf(call).find(({ inviteCode }) => inviteCode === call.fields.text('code'));
			return group ? ok('The group has been successfully fetched.', record(group)) : notFound();
		},
	},
];
