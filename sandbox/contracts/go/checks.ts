import { check, phone, type Check } from '../fields';

/** One phone number or more, each with country code. */
export const phoneList: Check = check(
	{ type: 'array', minItems: 1, items: phone.schema },
	(value, field, asOlderCode) => {
		if (!Array.isArray(value)) return { field, reason: 'invalid' };
		if (value.length === 0) return { field, reason: 'required' };
		return value
			.map((entry, index) => phone(entry, `${field}.${index}`, asOlderCode))
			.find((problem) => problem !== undefined);
	},
);

/** Web addresses, at least one. */
export const textList: Check = check({ type: 'array', minItems: 1, items: { type: 'string' } }, (value, field) =>
	Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === 'string')
		? undefined
		: { field, reason: 'invalid' },
);

/** A number, also as text. */
export const amount: Check = check({ type: 'number', minimum: 0 }, (value, field) =>
	value !== '' && Number(value) >= 0 ? undefined : { field, reason: 'invalid' },
);

export const boolean: Check = check({ type: 'boolean' }, (value, field) =>
	/^(true|false|0|1)$/.test(String(value)) ? undefined : { field, reason: 'invalid' },
);

export const isYes = (text: string) => text === 'true' || text === '1';
