interface Picture {
	bytes: Buffer;
	mimeType: string;
	extension: string;
}

/** How files of each kind begin. */
const KINDS = [
	{ start: '89504e470d0a1a0a', mimeType: 'image/png', extension: 'png' },
	{ start: 'ffd8ff', mimeType: 'image/jpeg', extension: 'jpg' },
	{ start: '47494638', mimeType: 'image/gif', extension: 'gif' },
];

/**
 * A picture from base64, with or without `data:image/…;base64,` in front.
 *
 * @returns undefined for what is no picture
 */
export function decodePicture(text: string): Picture | undefined {
	const bytes = Buffer.from(text.replace(/^data:[^,]*,/, ''), 'base64');
	const kind = KINDS.find(({ start }) => bytes.subarray(0, start.length / 2).toString('hex') === start);
	return kind && { bytes, mimeType: kind.mimeType, extension: kind.extension };
}
