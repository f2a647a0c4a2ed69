import type { IDataObject } from 'n8n-workflow';
import { dataIn } from './dataIn';
import { firstOf } from './firstOf';

/** @returns the address of the picture in an answer; null where there is none, such as for people who hide it */
export function pictureUrlIn(body: IDataObject | IDataObject[]): string | null {
	const data = dataIn(body);
	const said =
		typeof data === 'string' ? data : firstOf(data, ['url', 'imgUrl', 'eurl', 'picture', 'image', 'profilePicture']);
	return typeof said === 'string' && said !== '' ? said : null;
}
