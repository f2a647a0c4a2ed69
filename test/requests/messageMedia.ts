import type { IDataObject } from 'n8n-workflow';
import { post, row, type RequestRow } from './row';
import { MEDIA_FOLDER, PHONE, PICTURE_URL, STICKER_URL, toPerson } from './samples';

const CAPTION = 'صورة "1"';
const captioned = { caption: CAPTION };

/** A media type that both APIs know. */
const onBoth = (mediaType: string, goPath: string, goField: string, more: IDataObject = {}): RequestRow =>
	row(
		'message.sendMedia',
		`${mediaType}${more.caption === undefined ? '' : ' with a caption'}`,
		toPerson({ mediaType, mediaUrl: PICTURE_URL, ...(more as { caption?: string }) }),
		{
			go: post(goPath, { phone: PHONE, [goField]: PICTURE_URL, ...more }),
			cloud: post('messages/send', { type: mediaType, to: PHONE, media_url: PICTURE_URL, ...more }),
		},
	);

/** A media type that only the older API knows. */
const onGo = (mediaType: string, path: string, mediaUrl = PICTURE_URL, more: IDataObject = {}): RequestRow =>
	row(
		'message.sendMedia',
		`${mediaType}${more.caption === undefined ? '' : ' with a caption'}`,
		toPerson({ mediaType, mediaUrl, ...(more as { caption?: string }) }),
		{ go: post(path, { phone: PHONE, url: mediaUrl, ...more }) },
	);

const byEnding = (url: string, cloudType: string, goPath: string, goField: string): RequestRow =>
	row('message.sendMedia', `${cloudType} by its ending`, toPerson({ mediaUrl: url, ...captioned }), {
		go: post(goPath, { phone: PHONE, [goField]: url, ...captioned }),
		cloud: post('messages/send', { type: cloudType, to: PHONE, media_url: url, ...captioned }),
	});

export const messageMedia: RequestRow[] = [
	// only the ending of the path counts
	byEnding(`${PICTURE_URL}?size=big.mp4`, 'image', 'send/image', 'url'),
	byEnding(`${MEDIA_FOLDER}sample.wav`, 'audio', 'send/audio', 'audio'),
	byEnding(`${MEDIA_FOLDER}sample.pdf`, 'document', 'send/file', 'url'),
	onBoth('image', 'send/image', 'url'),
	onBoth('image', 'send/image', 'url', captioned),
	onBoth('video', 'send/video', 'url', captioned),
	onBoth('document', 'send/file', 'url'),
	onBoth('document', 'send/file', 'url', captioned),
	onBoth('audio', 'send/audio', 'audio', captioned),
	onGo('gif', 'send/gif'),
	onGo('gif', 'send/gif', PICTURE_URL, captioned),
	onGo('voice', 'send/ptt'),
	onGo('sticker', 'message/send/sticker', STICKER_URL),
];
