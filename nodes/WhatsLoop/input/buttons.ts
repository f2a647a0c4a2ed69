import type { IDataObject } from 'n8n-workflow';
import { InputError } from './InputError';
import { checkMediaUrl } from './mediaType';
import type { ParameterReader } from './ParameterReader';
import { plainText } from './plainText';

export interface ButtonValue {
	type: 'reply' | 'url' | 'call';
	text: string;
	id: string;
	url?: string;
	phone?: string;
}

const textOf = (value: unknown) => plainText(value).trim();

/** What a button of each type needs besides its text. */
const EXTRA: Record<
	ButtonValue['type'],
	(entry: IDataObject, label: string, read: ParameterReader) => Partial<ButtonValue>
> = {
	reply: () => ({}),
	url: (entry, label) => ({ url: checkMediaUrl(textOf(entry.url), `URL of ${label}`) }),
	call: (entry, _label, read) => ({ phone: read.cleanPhone(entry.phone) }),
};

function readButton(entry: IDataObject, index: number, read: ParameterReader): ButtonValue {
	const label = `button ${index + 1}`;
	const type = textOf(entry.type ?? 'reply') as ButtonValue['type'];
	if (!Object.hasOwn(EXTRA, type)) throw new InputError(`The type of ${label} is none of reply, url and call`);
	const text = textOf(entry.text);
	if (text === '') throw new InputError(`The text of ${label} is empty`, 'Fill in what the button says, or remove it.');
	return { type, text, id: textOf(entry.id) || String(index + 1), ...EXTRA[type](entry, label, read) };
}

/**
 * The buttons of a message, at least one, each with an id of its own.
 *
 * @throws InputError
 */
export function readButtons(read: ParameterReader): ButtonValue[] {
	const buttons = read.entries('buttons', 'button').map((entry, index) => readButton(entry, index, read));
	if (buttons.length === 0) throw new InputError('There is no button', 'Add one in Buttons.');
	const ids = buttons.map(({ id }) => id);
	const twice = ids.find((id, index) => ids.indexOf(id) !== index);
	if (twice !== undefined)
		throw new InputError(`Two buttons have the ID "${twice}"`, 'Give each its own, or leave the IDs empty.');
	return buttons;
}
