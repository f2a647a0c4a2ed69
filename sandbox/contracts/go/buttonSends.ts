import type { ButtonContent, MessageContent } from '../../state/message';
import type { Endpoint } from '../endpoint';
import {
	check,
	degrees,
	httpUrl,
	listOf,
	oneOf,
	optional,
	phone,
	required,
	requiredByOlderCode,
	text,
	type Check,
	type Fields,
} from '../fields';
import { send } from './send';

const TYPE_BY_NUMBER: Record<string, ButtonContent['type']> = { 1: 'url', 2: 'call', 3: 'reply' };

/** A button without a type is a reply. */
const typeOf = (number: unknown) =>
	(typeof number === 'string' || typeof number === 'number' ? TYPE_BY_NUMBER[number] : undefined) ?? 'reply';

const callNumber = check(phone.schema, (value, field, asOlderCode) =>
	phone(String(value).replace(/^\+/, ''), field, asOlderCode),
);

/** What `extra_data` of each type of button is. */
const EXTRA_DATA: Record<ButtonContent['type'], Check> = { url: httpUrl, call: callNumber, reply: text() };

const BUTTON_TYPE = oneOf(1, 2, 3);

/** What every button has, in the order in which provider code looks at it. */
const named = { id: required(text(), 'ID'), title: required(text(), 'Title') };

/** A reply needs no `extra_data` on these paths. */
const plainButtons = listOf(
	({ type }) => {
		const extraData = EXTRA_DATA[typeOf(type)];
		return {
			...named,
			type: optional(BUTTON_TYPE),
			extra_data: typeOf(type) === 'reply' ? optional(extraData) : required(extraData, 'Extra Data'),
		};
	},
	{ entryWords: 'Button' },
);

/** The provider's code refuses a template button without `extra_data`, a reply button included. */
const templateButtons = listOf(
	({ type }) => ({
		...named,
		type: required(BUTTON_TYPE, 'Type'),
		extra_data: required(EXTRA_DATA[typeOf(type)], 'Extra Data'),
	}),
	{ entryWords: 'Button' },
);

const buttonsOf = (fields: Fields): ButtonContent[] =>
	fields.list('buttons').map((button) => {
		const type = typeOf(button.optionalText('type'));
		return {
			type,
			text: button.text('title'),
			id: button.optionalText('id'),
			...(type === 'url' && { url: button.text('extra_data') }),
			...(type === 'call' && { phone: button.text('extra_data') }),
		};
	});

/** Paths that end in `template` take URL and call buttons as well. */
const common = (path: string) => ({
	caption: optional(text()),
	footer: requiredByOlderCode(text(), 'Message Footer'),
	buttons: required(path.endsWith('/template') ? templateButtons : plainButtons, 'Message Buttons'),
});

const commonContent = (fields: Fields): MessageContent => ({
	kind: 'buttons',
	caption: fields.optionalText('caption'),
	footer: fields.optionalText('footer'),
	buttons: buttonsOf(fields),
});

const withText = (path: string): Endpoint =>
	send(path, { title: optional(text()), body: required(text(), 'Message Body'), ...common(path) }, (fields) => ({
		...commonContent(fields),
		title: fields.optionalText('title'),
		text: fields.text('body'),
	}));

const withMedia = (path: string, mediaKind: 'image' | 'video' | 'document'): Endpoint =>
	send(path, { [mediaKind]: required(httpUrl), ...common(path) }, (fields) => ({
		...commonContent(fields),
		mediaKind,
		mediaUrl: fields.text(mediaKind),
	}));

const withLocation = (path: string): Endpoint =>
	send(path, { lat: required(degrees(90)), lng: required(degrees(180)), ...common(path) }, (fields) => ({
		...commonContent(fields),
		location: { latitude: fields.number('lat'), longitude: fields.number('lng') },
	}));

/** Everything that sends buttons. */
export const buttonSends: Endpoint[] = [
	withText('button'),
	withText('button/template'),
	withMedia('button/image', 'image'),
	withMedia('button/image/template', 'image'),
	withMedia('button/video', 'video'),
	withMedia('button/video/template', 'video'),
	withMedia('button/document', 'document'),
	withMedia('button/document/template', 'document'),
	withLocation('button/location'),
	withLocation('button/location/template'),
];
