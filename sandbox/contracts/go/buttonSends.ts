import type { ButtonContent, MessageContent } from '../../state/message';
import type { Endpoint } from '../endpoint';
import {
	degrees,
	findProblem,
	httpUrl,
	listOf,
	oneOf,
	optional,
	phone,
	required,
	text,
	type Check,
	type FieldRule,
	type Fields,
} from '../fields';
import { send } from './send';

const TYPE_BY_NUMBER: Record<string, ButtonContent['type']> = { 1: 'url', 2: 'call', 3: 'reply' };
/** What `extra_data` of each type of button is. */
const EXTRA_DATA: Record<ButtonContent['type'], FieldRule> = {
	url: required(httpUrl),
	call: required((value, field) => phone(String(value).replace(/^\+/, ''), field)),
	reply: optional(text()),
};

/** A plain button needs no type, it is a reply; what `extra_data` has to be depends on the type. */
const buttonList: Check = (value, field) => {
	const outer = listOf({ title: required(text()), type: optional(oneOf('1', '2', '3')) })(value, field);
	if (outer) return outer;
	for (const [index, button] of (value as Array<Record<string, unknown>>).entries()) {
		const problem = findProblem({ extra_data: EXTRA_DATA[typeOf(button.type)] }, button);
		if (problem) return { ...problem, field: `${field}.${index}.${problem.field}` };
	}
	return undefined;
};

const typeOf = (number: unknown) =>
	(typeof number === 'string' || typeof number === 'number' ? TYPE_BY_NUMBER[number] : undefined) ?? 'reply';

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

const common = { caption: optional(text()), footer: optional(text()), buttons: required(buttonList) };

const commonContent = (fields: Fields): MessageContent => ({
	kind: 'buttons',
	caption: fields.optionalText('caption'),
	footer: fields.optionalText('footer'),
	buttons: buttonsOf(fields),
});

const withText = (path: string): Endpoint =>
	send(path, { ...common, title: optional(text()), body: required(text()) }, (fields) => ({
		...commonContent(fields),
		title: fields.optionalText('title'),
		text: fields.text('body'),
	}));

const withMedia = (path: string, mediaKind: 'image' | 'video' | 'document'): Endpoint =>
	send(path, { [mediaKind]: required(httpUrl), ...common }, (fields) => ({
		...commonContent(fields),
		mediaKind,
		mediaUrl: fields.text(mediaKind),
	}));

const withLocation = (path: string): Endpoint =>
	send(path, { lat: required(degrees(90)), lng: required(degrees(180)), ...common }, (fields) => ({
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
