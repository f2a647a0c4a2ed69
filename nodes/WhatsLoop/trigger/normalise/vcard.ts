import type { EventContact } from './triggerEvent';

/** The name and the number in a vCard as WhatsApp writes it: `TEL;waid=9665…:+966 5…`. */
export function contactOfVcard(vcard: string, fallbackName: string | null = null): EventContact {
	const name = /^FN[^:\r\n]*:(.*)$/im.exec(vcard)?.[1].trim();
	const whatsAppId = /waid=(\d+)/i.exec(vcard)?.[1];
	const number = /^(?:item\d+\.)?TEL[^:\r\n]*:(.*)$/im.exec(vcard)?.[1].replace(/\D/g, '');
	const phone = whatsAppId ?? (number === '' ? undefined : number) ?? null;
	return { id: null, phone, name: name === undefined || name === '' ? fallbackName : name };
}
