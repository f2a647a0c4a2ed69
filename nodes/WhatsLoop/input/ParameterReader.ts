import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';
import { tidyChatId } from './chatIdentity';
import { InputError } from './InputError';
import { labelOf } from './labels';
import { cleanPhone } from './phone';
import { plainText } from './plainText';

/**
 * A date has a text of its own (`toJSON`); other objects and lists would arrive as "[object Object]".
 *
 * @throws InputError for those
 */
function textIn(value: unknown, label: string): string | undefined {
	const { toJSON } = (value ?? {}) as { toJSON?: () => unknown };
	const plain = typeof toJSON === 'function' ? toJSON.call(value) : value;
	if (plain === null || plain === undefined) return undefined;
	if (typeof plain === 'object') {
		throw new InputError(
			`"${label}" is not a text but a list or an object`,
			'Choose one field of it in the expression.',
		);
	}
	const text = plainText(plain);
	return text.trim() === '' ? undefined : text;
}

/** Reads what the user filled in for one item, cleaned and checked. Every method throws InputError with the fix in it. */
export class ParameterReader {
	private knownRecipient: string | undefined;

	constructor(
		readonly context: IExecuteFunctions,
		readonly itemIndex: number,
	) {}

	raw(name: string, fallback?: unknown): unknown {
		return this.context.getNodeParameter(name, this.itemIndex, fallback as never);
	}

	/** A text that may be left empty; undefined then. */
	optionalText(name: string, label = labelOf(name)): string | undefined {
		return textIn(this.raw(name, ''), label);
	}

	/** A text that must be there. Kept as it is, with its white space. */
	text(name: string, label: string): string {
		const text = this.optionalText(name, label);
		if (text === undefined)
			throw new InputError(`"${label}" is empty`, 'Fill it in. An expression may have found nothing in this item.');
		return text;
	}

	number(name: string, label: string, range: { min: number; max: number }): number {
		const value = this.raw(name);
		// Number() makes 0 of null, of an empty text and of an empty list, and an expression may find any of them
		const isNumeric = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
		const number = isNumeric ? Number(value) : Number.NaN;
		if (!Number.isFinite(number) || number < range.min || number > range.max) {
			throw new InputError(
				`"${label}" is not a number from ${range.min} to ${range.max}`,
				'Correct the field, or the expression in it.',
			);
		}
		return number;
	}

	/** One entry of a collection, such as Options; undefined where the user did not add it. */
	option(collection: string, name: string): unknown {
		return (this.raw(collection, {}) as IDataObject)[name];
	}

	/** One entry of a collection that is a text; undefined where it is empty or was not added. */
	optionText(collection: string, name: string): string | undefined {
		return textIn(this.option(collection, name), labelOf(name))?.trim();
	}

	/** A phone number in the form that WhatsLoop takes, national ones completed by the user's Default Country Code. */
	phone(name: string): string {
		return this.cleanPhone(this.raw(name, ''));
	}

	cleanPhone(input: unknown): string {
		return cleanPhone(input, this.option('options', 'defaultCountryCode') as string | undefined);
	}

	/**
	 * Who a message is for: a phone number or a chat id, from the resource locator or from an expression that gives a text.
	 * Kept, because it is asked for twice, and an expression costs n8n as much time as sending the message.
	 */
	recipient(): string {
		this.knownRecipient ??= this.readRecipient();
		return this.knownRecipient;
	}

	private readRecipient(): string {
		const value = this.raw('recipient', '');
		if (typeof value !== 'object' || value === null) return this.phone('recipient');
		const { mode, value: inner } = value as { mode?: string; value?: unknown };
		return mode === 'chatId' ? this.chatId(inner) : this.cleanPhone(inner);
	}

	private chatId(input: unknown): string {
		const text = plainText(input).trim();
		if (!text.includes('@')) {
			throw new InputError(
				'The chat ID has no @',
				'A chat ID looks like 966501234567@c.us or 1203630…@g.us. For a phone number choose By Phone Number.',
			);
		}
		return tidyChatId(text);
	}

	/** The entries of a fixed collection, such as `buttons.button[]`; an expression may give the list itself. */
	entries(name: string, group: string): IDataObject[] {
		const value = this.raw(name, {});
		const list = Array.isArray(value) ? value : (value as IDataObject | null)?.[group];
		return Array.isArray(list) ? (list as IDataObject[]) : [];
	}

	/** A JSON object, given as text or, by expression, as an object. */
	jsonObject(input: unknown, label: string): IDataObject {
		if (input === undefined || input === null || input === '') return {};
		const value: unknown = typeof input === 'string' ? jsonParse(input, { fallbackValue: null }) : input;
		if (typeof value !== 'object' || value === null || Array.isArray(value)) {
			throw new InputError(`"${label}" is not a JSON object`, 'Write it as { "field": "value" }, with double quotes.');
		}
		return value as IDataObject;
	}
}
