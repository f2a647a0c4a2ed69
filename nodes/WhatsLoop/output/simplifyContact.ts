import type { IDataObject } from 'n8n-workflow';
import { phoneOfChatId } from '../input/chatIdentity';
import { asBoolean, firstOf, pickFields, simplified } from './firstOf';

const ID_PATHS = ['id._serialized', 'id', 'jid', 'contactId', 'phone', 'number'];

/** The fields of a contact that workflows use; a field that the answer lacks is left out. */
export function simplifyContact(record: IDataObject): IDataObject {
	const contactId = firstOf(record, ID_PATHS);
	return simplified(record, {
		contactId,
		phone: phoneOfChatId(contactId) ?? firstOf(record, ['phone', 'number']),
		name: firstOf(record, ['name', 'verifiedName', 'notify', 'pushName', 'pushname', 'shortName']),
		blocked: asBoolean(firstOf(record, ['blocked', 'isBlocked'])),
	});
}

/** The fields of a business profile. */
export const simplifyBusinessProfile = (profile: IDataObject): IDataObject =>
	pickFields(profile, {
		name: ['name', 'businessName', 'verifiedName'],
		description: ['description', 'about'],
		category: ['category', 'vertical'],
		address: ['address'],
		email: ['email'],
		website: ['website', 'websites'],
		businessHours: ['business_hours', 'businessHours'],
	});

const EXISTS_PATHS = [
	'exists',
	'onWhatsApp',
	'onWhatsapp',
	'isRegistered',
	'registered',
	'isOnWhatsApp',
	'canReceiveMessage',
];

/**
 * Whether a number is on WhatsApp. Where the answer does not say so in a field of its own, one that names the number's
 * chat says yes; an empty one says no.
 *
 * @param data of the answer
 */
export function isOnWhatsApp(data: unknown): boolean {
	const single: unknown = Array.isArray(data) ? data[0] : data;
	if (typeof single !== 'object' || single === null) return asBoolean(single) === true;
	const said = asBoolean(firstOf(single, EXISTS_PATHS));
	return said ?? firstOf(single, ['jid', 'id']) !== undefined;
}
