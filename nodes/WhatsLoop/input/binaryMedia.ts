import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { InputError } from './InputError';
import { checkMedia, takesMimeType } from './mediaLimits';
import { mediaTypeOfMime, type MediaType } from './mediaType';

/**
 * How long the signed address works. WhatsLoop may fetch the file late, such as after a wait for the rate limit; a day is
 * what n8n itself gives.
 */
const SIGNED_URL_LIFETIME = '1 day';

const UNITS: Record<string, number> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };

/** n8n gives the size in bytes (2.x) or as a text such as `1.2 MB`, rounded. */
function bytesOf(binary: IBinaryData): number | undefined {
	if (typeof binary.bytes === 'number') return binary.bytes;
	const match = /^([\d.]+) ?(B|kB|MB|GB)$/.exec(binary.fileSize ?? '');
	return match ? Number(match[1]) * UNITS[match[2]] : undefined;
}

function findBinary(context: IExecuteFunctions, itemIndex: number, property: string): IBinaryData {
	const files = context.getInputData()[itemIndex]?.binary ?? {};
	const file = Object.hasOwn(files, property) ? files[property] : undefined;
	if (file) return file;
	const names = Object.keys(files);
	throw new InputError(
		`The item has no file in the field "${property}"`,
		names.length === 0
			? 'The node before has to give a file. Its output shows one under Binary.'
			: `It has files in: ${names.join(', ')}. Fill in one of these as Input Data Field Name.`,
	);
}

/** Without folders, which some sources of files put before it. */
function fileNameOf({ fileName, fileExtension }: IBinaryData): string | undefined {
	const name = fileName?.split(/[\\/]/).pop();
	if (name) return name;
	return fileExtension && `file.${fileExtension}`;
}

/**
 * Lets a signed address end in the name of the file. n8n reads the token and nothing else (2.8.4 and 2.41.1). Receivers name
 * a file by the end of its address: provider code takes the ending of a sound from there.
 */
function endingInName(url: string, name: string | undefined): string {
	return name === undefined ? url : `${url}${url.includes('?') ? '&' : '?'}file=/${encodeURIComponent(name)}`;
}

/** n8n can sign the address only of a file that it has stored. */
function signedUrl(context: IExecuteFunctions, file: IBinaryData): string {
	if (!file.id || typeof context.helpers.createBinarySignedUrl !== 'function') {
		throw new InputError(
			"n8n keeps files in memory, so WhatsLoop can't fetch this one. Nothing was sent.",
			'Set N8N_DEFAULT_BINARY_DATA_MODE=filesystem for n8n (the default since 2.0) and restart it, or use the Media Source URL.',
		);
	}
	return endingInName(context.helpers.createBinarySignedUrl(file, SIGNED_URL_LIFETIME), fileNameOf(file));
}

/** Chosen by the file's own type. A file that WhatsApp can't show or play is sent as a document. */
function automaticType(mimeType: string): MediaType {
	const mediaType = mediaTypeOfMime(mimeType);
	return takesMimeType(mediaType, mimeType) ? mediaType : 'document';
}

/**
 * A file of the item, as an address at which WhatsLoop can fetch it: n8n's own signed, expiring one.
 *
 * @param chosen Media Type, or `auto`
 * @throws InputError where there is no such file, WhatsApp would not take it, or n8n can't hand it out
 */
export function readBinaryMedia(
	context: IExecuteFunctions,
	itemIndex: number,
	property: string,
	chosen: string,
): { mediaUrl: string; mediaType: string } {
	const file = findBinary(context, itemIndex, property);
	const mediaType = chosen === 'auto' ? automaticType(file.mimeType) : (chosen as MediaType);
	checkMedia(mediaType, file.mimeType, bytesOf(file));
	return { mediaUrl: signedUrl(context, file), mediaType };
}
