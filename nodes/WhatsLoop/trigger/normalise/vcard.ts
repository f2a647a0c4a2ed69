import { MAX_CONTACTS } from './limits';
import type { EventContact } from './triggerEvent';

/** The name and the number in a vCard as WhatsApp writes it: `TEL;waid=9665…:+966 5…`. */
export function contactOfVcard(vcard: string, fallbackName: string | null = null): EventContact {
	const name = /^FN[^:\r\n]*:(.*)/im.exec(vcard)?.[1].trim();
	const whatsAppId = /waid=(\d+)/i.exec(vcard)?.[1];
	const number = /^(?:item\d+\.)?TEL[^:\r\n]*:(.*)/im.exec(vcard)?.[1].replace(/\D/g, '');
	const phone = whatsAppId ?? (number === '' ? undefined : number) ?? null;
	return { id: null, phone, name: name === undefined || name === '' ? fallbackName : name };
}

/** The contacts of a text with one vCard or several. */
export const contactsOfVcards = (text: string): EventContact[] =>
	text
		.split(/(?=BEGIN:VCARD)/i, MAX_CONTACTS)
		.filter((card) => card.trim() !== '')
		.map((card) => contactOfVcard(card));

/** The names of contacts, as the words of their message. */
export const namesOf = (contacts: EventContact[]): string | null => {
	const names = contacts.map(({ name }) => name).filter((name) => name !== null);
	return names.length === 0 ? null : names.join(', ');
};
