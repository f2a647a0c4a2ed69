import type { INodeProperties } from 'n8n-workflow';
import { checkMediaUrl } from '../input/mediaType';
import type { ParameterReader } from '../input/ParameterReader';
import { coordinateFields, LATITUDES, LONGITUDES } from './coordinates';

export const headerType: INodeProperties = {
	displayName: 'Header',
	name: 'headerType',
	type: 'options',
	options: [
		{ name: 'Document', value: 'document' },
		{ name: 'Image', value: 'image' },
		{ name: 'Location', value: 'location' },
		{ name: 'None', value: 'none' },
		{ name: 'Text', value: 'text' },
		{ name: 'Video', value: 'video' },
	],
	default: 'none',
	description: 'What stands above the text',
};

const headerText: INodeProperties = {
	displayName: 'Header Text',
	name: 'headerText',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Your appointment',
	description: 'Heading above the text',
	displayOptions: { show: { headerType: ['text'] } },
};

const headerUrl: INodeProperties = {
	displayName: 'Header URL',
	name: 'headerUrl',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://example.com/picture.jpg',
	description: 'Web address of the picture, video or document. WhatsLoop fetches it.',
	displayOptions: { show: { headerType: ['image', 'video', 'document'] } },
};

const atLocation = { displayOptions: { show: { headerType: ['location'] } } };

const headerLatitude = {
	displayName: 'Header Latitude',
	name: 'headerLatitude',
	typeOptions: { numberPrecision: 8, minValue: LATITUDES.min },
	required: true,
	placeholder: 'e.g. 24.7136',
	description: 'Degrees north of the equator; south is negative',
	...atLocation,
};

const headerLongitude = {
	displayName: 'Header Longitude',
	name: 'headerLongitude',
	typeOptions: { numberPrecision: 8, minValue: LONGITUDES.min },
	required: true,
	placeholder: 'e.g. 46.6753',
	description: 'Degrees east of Greenwich; west is negative',
	...atLocation,
};

/** What stands above a message with buttons, in the order of the panel. */
export const headerFields: INodeProperties[] = [
	headerType,
	headerText,
	headerUrl,
	...coordinateFields(headerLatitude),
	...coordinateFields(headerLongitude),
];

/** What a header is made of; nothing for a message without one. */
interface HeaderValues {
	headerText?: string;
	headerUrl?: string;
	headerLatitude?: number;
	headerLongitude?: number;
}

const readUrl = (read: ParameterReader): HeaderValues => ({
	headerUrl: checkMediaUrl(read.text(headerUrl), headerUrl.displayName),
});

/** Reads the fields of each header. Those of the other headers are hidden, and may hold old values. */
const READERS: Record<string, (read: ParameterReader) => HeaderValues> = {
	text: (read) => ({ headerText: read.text(headerText) }),
	image: readUrl,
	video: readUrl,
	document: readUrl,
	location: (read) => ({
		headerLatitude: read.number(headerLatitude, LATITUDES),
		headerLongitude: read.number(headerLongitude, LONGITUDES),
	}),
};

/**
 * The header of a message with buttons. A header text is the title of the same request and not a request of its own, so
 * its kind is `none`.
 *
 * @throws InputError
 */
export function readHeader(read: ParameterReader): HeaderValues & { header: string } {
	const kind = read.text(headerType);
	const values = Object.hasOwn(READERS, kind) ? READERS[kind](read) : {};
	return { header: kind === 'text' ? 'none' : kind, ...values };
}
