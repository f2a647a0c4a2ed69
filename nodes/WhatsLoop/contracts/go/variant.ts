import type { RequestVariant } from '../contract';

type Fields = RequestVariant['fields'];
type Rest = Partial<RequestVariant>;

/** A POST known from the public client of the sibling platform, unless `rest` names better evidence. */
export const post = (path: string, fields: Fields = {}, rest: Rest = {}): RequestVariant => ({
	evidence: 'sibling',
	method: 'POST',
	path,
	fields,
	...rest,
});

/** A GET known from the same client. */
export const get = (path: string, fields: Fields = {}, rest: Rest = {}): RequestVariant =>
	post(path, fields, { method: 'GET', ...rest });
