import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { post, row, type RequestRow } from './row';
import { PHONE, PICTURE_URL, TEXT, toPerson } from './samples';

/** Buttons as the panel stores them. A button without an ID gets its number. */
const REPLIES = {
	button: [
		{ type: 'reply', text: 'نعم', id: 'yes' },
		{ type: 'reply', text: 'لا', id: '' },
	],
};
const MIXED = {
	button: [
		{ type: 'url', text: 'تتبع', id: 'track', url: 'https://example.com/t?id=1&x=ع' },
		{ type: 'call', text: 'Call', id: 'call', phone: '00966 11 222 3333' },
		{ type: 'reply', text: 'OK', id: '' },
	],
};

const GO_REPLIES = [
	{ id: 'yes', title: 'نعم', type: 3 },
	{ id: '2', title: 'لا', type: 3 },
];
const GO_MIXED = [
	{ id: 'track', title: 'تتبع', type: 1, extra_data: 'https://example.com/t?id=1&x=ع' },
	{ id: 'call', title: 'Call', type: 2, extra_data: '966112223333' },
	{ id: '3', title: 'OK', type: 3, extra_data: '3' },
];

/** Under a picture, a video, a document or a place the text is called a caption. */
function underHeader(headerType: string, goFields: IDataObject, parameters: INodeParameters): RequestRow[] {
	const filledIn = toPerson({ text: TEXT, headerType, footer: 'ذيل', ...parameters });
	const body = { phone: PHONE, ...goFields, caption: TEXT, footer: 'ذيل' };
	return [
		row(
			'message.sendButtons',
			`replies under a ${headerType}`,
			{ ...filledIn, buttons: REPLIES },
			{ go: post(`button/${headerType}`, { ...body, buttons: GO_REPLIES }) },
		),
		row(
			'message.sendButtons',
			`links under a ${headerType}`,
			{ ...filledIn, buttons: MIXED },
			{ go: post(`button/${headerType}/template`, { ...body, buttons: GO_MIXED }) },
		),
	];
}

const onTop = (latitude: number, longitude: number): INodeParameters => ({
	headerLatitude: latitude,
	headerLongitude: longitude,
});

export const messageButtons: RequestRow[] = [
	row('message.sendButtons', 'replies', toPerson({ text: TEXT, buttons: REPLIES }), {
		go: post('button', { phone: PHONE, body: TEXT, buttons: GO_REPLIES }),
		cloud: post('messages/send-buttons', {
			to: PHONE,
			text: TEXT,
			buttons: [
				{ id: 'yes', text: 'نعم' },
				{ id: '2', text: 'لا' },
			],
		}),
	}),
	row(
		'message.sendButtons',
		'replies under a text',
		toPerson({ text: TEXT, buttons: REPLIES, headerType: 'text', headerText: 'عنوان', footer: 'ذيل' }),
		{ go: post('button', { phone: PHONE, title: 'عنوان', body: TEXT, footer: 'ذيل', buttons: GO_REPLIES }) },
	),
	row('message.sendButtons', 'links', toPerson({ text: TEXT, buttons: MIXED }), {
		go: post('button/template', { phone: PHONE, body: TEXT, buttons: GO_MIXED }),
	}),
	row(
		'message.sendButtons',
		'links under a text',
		toPerson({ text: TEXT, buttons: MIXED, headerType: 'text', headerText: 'عنوان', footer: 'ذيل' }),
		{ go: post('button/template', { phone: PHONE, title: 'عنوان', body: TEXT, footer: 'ذيل', buttons: GO_MIXED }) },
	),
	...['image', 'video', 'document'].flatMap((kind) =>
		underHeader(kind, { [kind]: PICTURE_URL }, { headerUrl: PICTURE_URL }),
	),
	...underHeader('location', { lat: 24.7136, lng: -46.6753 }, onTop(24.7136, -46.6753)),
	row(
		'message.sendButtons',
		'replies under the place where both coordinates are 0',
		toPerson({ text: TEXT, buttons: REPLIES, headerType: 'location', ...onTop(0, 0) }),
		{ go: post('button/location', { phone: PHONE, lat: 0, lng: 0, caption: TEXT, buttons: GO_REPLIES }) },
	),
];
