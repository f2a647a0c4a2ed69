import { parse } from 'qs';
import { isObject } from '../contracts/fields';

/** PHP reads at most this many fields of a form (its setting `max_input_vars`). */
const MAX_FORM_FIELDS = 1000;

const FORM = /^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i;

/**
 * Reads a form as PHP does: `buttons[0][id]` becomes a list of objects, every value is a text. The two encodings are read
 * by Node's own `Response.formData()`, the brackets by qs.
 *
 * @returns undefined where the form is broken
 */
async function parseForm(rawBody: Buffer, contentType: string): Promise<Record<string, unknown> | undefined> {
	try {
		const form = await new Response(new Uint8Array(rawBody), { headers: { 'content-type': contentType } }).formData();
		const fields = new URLSearchParams();
		form.forEach((value, name) => fields.append(name, typeof value === 'string' ? value : value.name));
		return parse(fields.toString(), { parameterLimit: MAX_FORM_FIELDS, arrayLimit: MAX_FORM_FIELDS });
	} catch {
		return undefined;
	}
}

function parseJson(text: string, emptyListIsEmpty: boolean): Record<string, unknown> | undefined {
	try {
		const body: unknown = JSON.parse(text);
		// PHP writes "no parameters" as an empty list
		if (emptyListIsEmpty && Array.isArray(body) && body.length === 0) return {};
		return isObject(body) ? body : undefined;
	} catch {
		return undefined;
	}
}

/**
 * The fields of a request's body. An empty body has no fields, and then lacks the required ones.
 *
 * @param readsAsPhp forms are read, too, and an empty JSON list counts as no fields
 * @returns undefined where the body can't be read
 */
export async function parseBody(
	rawBody: Buffer,
	contentType: string,
	readsAsPhp: boolean,
): Promise<Record<string, unknown> | undefined> {
	if (rawBody.length === 0) return {};
	if (readsAsPhp && FORM.test(contentType)) return await parseForm(rawBody, contentType);
	return parseJson(rawBody.toString('utf8'), readsAsPhp);
}
