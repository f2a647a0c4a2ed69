import type { IDataObject } from 'n8n-workflow';
import { InputError } from './InputError';
import { checkMediaUrl } from './mediaType';
import { plainText } from './plainText';

/** A button of a message, cleaned. */
export interface Button {
	type: 'reply' | 'url' | 'call';
	text: string;
	id: string;
	url?: string;
	phone?: string;
}

type CleanPhone = (input: unknown) => string;

const textOf = (value: unknown) => plainText(value).trim();

/** What a button of each type needs besides its text. */
const EXTRA: Record<Button['type'], (entry: IDataObject, label: string, cleanPhone: CleanPhone) => Partial<Button>> = {
	reply: () => ({}),
	url: (entry, label) => ({ url: checkMediaUrl(textOf(entry.url), `URL of ${label}`) }),
	call: (entry, _label, cleanPhone) => ({ phone: cleanPhone(entry.phone) }),
};

const isType = (text: string): text is Button['type'] => Object.hasOwn(EXTRA, text);

function cleanButton(entry: IDataObject, index: number, cleanPhone: CleanPhone): Button {
	const label = `button ${index + 1}`;
	const type = textOf(entry.type ?? 'reply');
	if (!isType(type)) throw new InputError(`The type of ${label} is none of reply, url and call`);
	const text = textOf(entry.text);
	if (text === '') throw new InputError(`The text of ${label} is empty`, 'Fill in what the button says, or remove it.');
	return { type, text, id: textOf(entry.id) || String(index + 1), ...EXTRA[type](entry, label, cleanPhone) };
}

/**
 * What WhatsApp shows of a message with reply buttons alone (Meta, WhatsApp Business Platform, "Interactive reply buttons
 * messages"). No limit for URL and call buttons is published for this kind of message.
 */
const MAX_REPLY_BUTTONS = 3;
const MAX_REPLY_CHARACTERS = 20;

/** @throws InputError where WhatsApp would not show the buttons, or cut their texts */
function checkReplyButtons(buttons: Button[]): void {
	if (buttons.some(({ type }) => type !== 'reply')) return;
	if (buttons.length > MAX_REPLY_BUTTONS) {
		throw new InputError(
			`There are ${buttons.length} reply buttons, WhatsApp shows ${MAX_REPLY_BUTTONS} at most. Nothing was sent.`,
			'Remove some, or use Send List for more choices.',
		);
	}
	// characters as people count them in most texts: an emoji is one
	const index = buttons.findIndex(({ text }) => [...text].length > MAX_REPLY_CHARACTERS);
	if (index >= 0) {
		throw new InputError(
			`The text of button ${index + 1} has ${[...buttons[index].text].length} characters, WhatsApp shows ${MAX_REPLY_CHARACTERS} at most. Nothing was sent.`,
			'Shorten it.',
		);
	}
}

/**
 * The buttons of a message, at least one. Each has an ID of its own.
 *
 * @param entries as the panel stores them
 * @throws InputError
 */
export function cleanButtons(entries: IDataObject[], cleanPhone: CleanPhone): Button[] {
	const buttons = entries.map((entry, index) => cleanButton(entry, index, cleanPhone));
	if (buttons.length === 0) throw new InputError('There is no button', 'Add one in Buttons.');
	const ids = buttons.map(({ id }) => id);
	const twice = ids.find((id, index) => ids.indexOf(id) !== index);
	if (twice !== undefined) {
		throw new InputError(`Two buttons have the ID "${twice}"`, 'Give each its own, or leave the IDs empty.');
	}
	checkReplyButtons(buttons);
	return buttons;
}
