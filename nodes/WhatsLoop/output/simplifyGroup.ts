import type { IDataObject } from 'n8n-workflow';
import { plainText } from '../input/plainText';
import { phoneOfChatId } from '../input/chatIdentity';
import { asBoolean, firstOf, simplified, withoutUndefined } from './firstOf';
import { isoFromEpoch } from './timestamps';

/** WhatsApp clients write `admin: "admin" | "superadmin" | null`; others `isAdmin` and `isSuperAdmin`. */
const isAdmin = (participant: unknown): boolean => {
	const admin = firstOf(participant, ['admin', 'rank']);
	if (typeof admin === 'string') return admin === 'admin' || admin === 'superadmin';
	return asBoolean(firstOf(participant, ['isAdmin', 'isSuperAdmin', 'admin'])) === true;
};

function simplifyParticipant(participant: unknown): IDataObject {
	const id =
		typeof participant === 'string' ? participant : firstOf(participant, ['id._serialized', 'id', 'jid', 'phone']);
	return withoutUndefined({ participantId: id, phone: phoneOfChatId(id) ?? undefined, isAdmin: isAdmin(participant) });
}

const participantsOf = (record: IDataObject): unknown[] | undefined =>
	[record.participants, record.members].find((list): list is unknown[] => Array.isArray(list));

/** The fields of a group that lists show. */
export function simplifyGroup(record: IDataObject): IDataObject {
	const participants = participantsOf(record);
	return simplified(record, {
		groupId: firstOf(record, ['id._serialized', 'id', 'jid', 'groupId', 'gid']),
		subject: firstOf(record, ['subject', 'name']),
		description: firstOf(record, ['desc', 'description']),
		owner: firstOf(record, ['owner', 'subjectOwner']),
		participantCount: participants?.length ?? firstOf(record, ['size', 'participantCount']),
		onlyAdminsSend: asBoolean(firstOf(record, ['announce', 'announcement'])),
		onlyAdminsEdit: asBoolean(firstOf(record, ['restrict', 'locked'])),
		createdAt: isoFromEpoch(firstOf(record, ['creation', 'createdAt'])),
	});
}

/** The same with who is in it. */
export function simplifyGroupWithParticipants(record: IDataObject): IDataObject {
	const participants = participantsOf(record);
	return { ...simplifyGroup(record), ...(participants && { participants: participants.map(simplifyParticipant) }) };
}

/** Invite links of WhatsApp: the code is their last part. */
const INVITE_LINK = 'https://chat.whatsapp.com/';

/** @param data of the answer: the code itself, or an object that holds it */
export function simplifyInvite(groupId: unknown, data: unknown): IDataObject {
	const said = typeof data === 'string' ? data : firstOf(data, ['code', 'inviteCode', 'invite_code', 'link', 'url']);
	const inviteCode = said === undefined ? undefined : plainText(said).replace(/^https?:\/\/chat\.whatsapp\.com\//, '');
	return withoutUndefined({ groupId, inviteCode, inviteLink: inviteCode && `${INVITE_LINK}${inviteCode}` });
}
