import type { IDataObject } from 'n8n-workflow';

/**
 * n8n takes a top-level `error` in the first item for a failure, even `"error": null` (up to 2.20), and *Retry On Fail*
 * then runs the node again: a message that went out would go out twice. So the provider's field gets another name.
 */
export function withoutErrorKey(json: IDataObject): IDataObject {
	if (!('error' in json)) return json;
	const { error, ...rest } = json;
	return { ...rest, apiError: error };
}
