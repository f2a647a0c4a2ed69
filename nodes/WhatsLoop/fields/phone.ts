import { cleanPhone } from '../input/phone';
import type { Field, ParameterReader } from '../input/ParameterReader';
import { defaultCountryCode, options } from './options';

/**
 * A phone number in the form that WhatsLoop takes. The user's Default Country Code completes national ones.
 *
 * @param input what the user filled in
 * @throws InputError with the fix in it
 */
export const cleanPhoneOf = (read: ParameterReader, input: unknown): string =>
	cleanPhone(input, read.optionText(options, defaultCountryCode));

/** The same for a field. @throws InputError with the fix in it */
export const readPhone = (read: ParameterReader, field: Field): string => cleanPhoneOf(read, read.raw(field, ''));
