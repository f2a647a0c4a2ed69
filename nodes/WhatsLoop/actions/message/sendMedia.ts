import { caption, mediaFields, readCaption, readMedia } from '../../fields/media';
import { options } from '../../fields/options';
import { readRecipient, recipient } from '../../fields/recipient';
import { checkReachable } from '../../input/reachableMedia';
import { defineOperation } from '../operation';

export const sendMedia = defineOperation({
	value: 'sendMedia',
	name: 'Send Media',
	action: 'Send an image, video, document or audio',
	description:
		'Send a picture, video, document, audio file, voice message or sticker, from the web or from a binary field',
	kind: 'send',
	fields: [recipient, ...mediaFields, caption, options],
	readValues: (read) => ({ recipient: readRecipient(read), ...readMedia(read), caption: readCaption(read) }),
	check: ({ mediaUrl }, { baseUrl }) => checkReachable(mediaUrl, baseUrl),
	words: (values) => (values.caption === undefined ? undefined : { text: values.caption, mediaType: values.mediaType }),
});
