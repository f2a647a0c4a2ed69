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
	type Problem,
} from '../fields';
import { send } from './send';

const TYPE_BY_NUMBER: Record<string, ButtonContent['type']> = { 1: 'url', 2: 'call', 3: 'reply' };
/** What `extra_data` of each type of button is. */
const EXTRA_DATA: Record<ButtonContent['type'], Check> = {
	url: httpUrl,
	call: (value, field) => phone(String(value).replace(/^\+/, ''), field),
	reply: text(),
};

/** Checks `extra_data` of every button by the rule for its type. */
function checkExtraData(buttons: unknown, field: string, rule: (type: ButtonContent['type']) => FieldRule) {
	for (const [index, button] of (buttons as Array<Record<string, unknown>>).entries()) {
		const problem = findProblem({ extra_data: rule(typeOf(button.type)) }, button);
		if (problem) return { ...problem, field: `${field}.${index}.${problem.field}` };
	}
	return undefined;
}

/** A button without a type is a reply, which needs no `extra_data` on these paths. */
const plainButtons: Check = (value, field) =>
	listOf({ title: required(text()), type: optional(oneOf('1', '2', '3')) })(value, field) ??
	checkExtraData(value, field, (type) => (type === 'reply' ? optional : required)(EXTRA_DATA[type]));

/** Provider code numbers the buttons from 1 and ends in two exclamation marks. */
function inProviderWords(problem: Problem | undefined): Problem | undefined {
	const [, index, name] = /\.(\d+)\.(\w+)$/.exec(problem?.field ?? '') ?? [];
	if (problem?.reason !== 'required' || index === undefined || name === undefined) return problem;
	const words = name.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
	return { ...problem, message: `Button ${Number(index) + 1} ${words.join(' ')} is required !!` };
}

/** Provider code refuses a template button without id, title, type or `extra_data`; not even a reply may lack one. */
const templateButtons: Check = (value, field) =>
	inProviderWords(
		listOf({ id: required(text()), title: required(text()), type: required(oneOf('1', '2', '3')) })(value, field) ??
			checkExtraData(value, field, (type) => required(EXTRA_DATA[type])),
	);

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

/** Paths that end in `template` take URL and call buttons as well. */
const common = (path: string) => ({
	caption: optional(text()),
	footer: optional(text()),
	buttons: required(path.endsWith('/template') ? templateButtons : plainButtons),
});

const commonContent = (fields: Fields): MessageContent => ({
	kind: 'buttons',
	caption: fields.optionalText('caption'),
	footer: fields.optionalText('footer'),
	buttons: buttonsOf(fields),
});

const withText = (path: string): Endpoint =>
	send(path, { ...common(path), title: optional(text()), body: required(text()) }, (fields) => ({
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
