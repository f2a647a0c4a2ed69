import { isMediaType } from '../input/mediaType';
import type { IBinaryData, INodeExecutionData, IWebhookFunctions } from 'n8n-workflow';
import { fetchMedia, MediaError, type FetchedMedia, type MediaOptions } from '../transport/fetchMedia';
import type { EventMessage, TriggerEvent } from './normalise/triggerEvent';

/** The binary field, as n8n's own nodes call it. */
const BINARY_FIELD = 'data';

/** A batch may have many files. More downloads at once would fill the memory. */
const PARALLEL_DOWNLOADS = 4;

/** Servers give this type if they do not know the type of the file. */
const NO_MIME_TYPE = new Set(['application/octet-stream', 'binary/octet-stream', '']);

/** Addresses on WhatsApp's own servers give encrypted bytes, which are of no use without the keys of the phone. */
const isEncrypted = (address: string) =>
	URL.canParse(address) && /(^|\.)whatsapp\.net$/i.test(new URL(address).hostname);

export const hasMedia = ({ message }: TriggerEvent): boolean =>
	message !== null && (message.mediaUrl !== null || isMediaType(message.type ?? ''));

const nameInUrl = (address: string): string | undefined => {
	const name = new URL(address).pathname.split('/').pop() ?? '';
	try {
		return decodeURIComponent(name) || undefined;
	} catch {
		return name;
	}
};

/** The message's own name and type of the file count before those of the server. Directories are cut off the name. */
export function describeMedia(
	message: EventMessage,
	fetched: FetchedMedia,
	address: string,
): { fileName: string; mimeType?: string } {
	const told = fetched.mimeType?.toLowerCase() ?? '';
	const mimeType = message.mimeType?.split(';')[0].trim() ?? (NO_MIME_TYPE.has(told) ? undefined : told);
	const name = message.fileName ?? fetched.fileName ?? nameInUrl(address) ?? message.type ?? BINARY_FIELD;
	const lastPart = name.split(/[/\\]/).pop() ?? '';
	return { fileName: lastPart === '' ? BINARY_FIELD : lastPart, mimeType };
}

async function download(
	context: IWebhookFunctions,
	message: EventMessage,
	options: MediaOptions,
): Promise<IBinaryData> {
	const address = message.mediaUrl;
	if (address === null) throw new MediaError('WhatsLoop sent no address for the file');
	if (isEncrypted(address))
		throw new MediaError('WhatsLoop sent only the encrypted address on the servers of WhatsApp');
	const fetched = await fetchMedia(context, address, options);
	const { fileName, mimeType } = describeMedia(message, fetched, address);
	return await context.helpers.prepareBinaryData(fetched.content, fileName, mimeType);
}

/** Where the file can't be fetched, the item says why in `mediaError` and starts the workflow without it. */
async function addMedia(
	context: IWebhookFunctions,
	item: INodeExecutionData,
	message: EventMessage,
	options: MediaOptions,
): Promise<void> {
	try {
		item.binary = { [BINARY_FIELD]: await download(context, message, options) };
	} catch (error) {
		const reason = error instanceof MediaError ? error.message : 'The file could not be stored in n8n';
		item.json.mediaError = reason;
		context.logger.warn(`WhatsLoop Trigger: ${reason}`);
	}
}

/** Puts the files of messages into the items. */
export async function addAllMedia(
	context: IWebhookFunctions,
	items: INodeExecutionData[],
	events: TriggerEvent[],
	options: MediaOptions,
): Promise<void> {
	const withMedia = items.map((item, index) => ({ item, event: events[index] })).filter(({ event }) => hasMedia(event));
	for (let start = 0; start < withMedia.length; start += PARALLEL_DOWNLOADS) {
		const part = withMedia.slice(start, start + PARALLEL_DOWNLOADS);
		await Promise.all(part.map(async ({ item, event }) => await addMedia(context, item, event.message!, options)));
	}
}
