import { phone, type Check } from '../fields';

/** Id of a group. */
export const groupJid: Check = (value, field) =>
	/^[\d-]+@g\.us$/.test(String(value)) ? undefined : { field, reason: 'invalid' };

/** One phone number or more, each with country code. */
export const phoneList: Check = (value, field) => {
	if (!Array.isArray(value)) return { field, reason: 'invalid' };
	if (value.length === 0) return { field, reason: 'required' };
	return value.map((entry, index) => phone(entry, `${field}.${index}`)).find((problem) => problem !== undefined);
};

/** Web addresses, at least one. */
export const textList: Check = (value, field) =>
	Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === 'string')
		? undefined
		: { field, reason: 'invalid' };

/** A number, also as text. */
export const amount: Check = (value, field) =>
	value !== '' && Number(value) >= 0 ? undefined : { field, reason: 'invalid' };

export const boolean: Check = (value, field) =>
	/^(true|false|0|1)$/.test(String(value)) ? undefined : { field, reason: 'invalid' };

export const isYes = (text: string) => text === 'true' || text === '1';
