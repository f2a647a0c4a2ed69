import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';
import { InputError } from './InputError';
import { plainText } from './plainText';
import { isRecord } from './records';

/** The part of a panel's field that a reader needs. Errors name a field by its label. */
export type Field = Pick<INodeProperties, 'name' | 'displayName'>;

/**
 * A date has a text of its own (`toJSON`); other objects and lists would arrive as "[object Object]".
 *
 * @throws InputError for those
 */
function textIn(value: unknown, { displayName }: Field): string | undefined {
	const { toJSON } = (value ?? {}) as { toJSON?: () => unknown };
	const plain = typeof toJSON === 'function' ? toJSON.call(value) : value;
	if (typeof plain === 'object' && plain !== null) {
		throw new InputError(
			`"${displayName}" is not a text but a list or an object`,
			'Choose one field of it in the expression.',
		);
	}
	const text = plainText(plain);
	return text.trim() === '' ? undefined : text;
}

/** Reads what the user filled in for one item, checked. Every method throws InputError with the fix in it. */
export class ParameterReader {
	constructor(
		readonly context: IExecuteFunctions,
		readonly itemIndex: number,
	) {}

	raw({ name }: Pick<Field, 'name'>, fallback?: unknown): unknown {
		return this.context.getNodeParameter(name, this.itemIndex, fallback as never);
	}

	/** A text that may be left empty; undefined then. */
	optionalText(field: Field): string | undefined {
		return textIn(this.raw(field, ''), field);
	}

	/** A text that must not be empty. Its white space is kept. */
	text(field: Field): string {
		const text = this.optionalText(field);
		if (text === undefined) {
			throw new InputError(
				`"${field.displayName}" is empty`,
				'Fill it in. An expression may have found nothing in this item.',
			);
		}
		return text;
	}

	number(field: Field, range: { min: number; max: number }): number {
		const value = this.raw(field);
		// Number() turns null, an empty text and an empty list into 0, and an expression may give any of them
		const isNumeric = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
		const number = isNumeric ? Number(value) : Number.NaN;
		if (!Number.isFinite(number) || number < range.min || number > range.max) {
			throw new InputError(
				`"${field.displayName}" is not a number from ${range.min} to ${range.max}`,
				'Correct the field, or the expression in it.',
			);
		}
		return number;
	}

	/** A switch; off where an expression gives anything but `true`. */
	isOn(field: Field): boolean {
		return this.raw(field, false) === true;
	}

	/** The entries of a collection, such as Options, that the user added. */
	collection(collection: Field): IDataObject {
		const value = this.raw(collection, {});
		return isRecord(value) ? value : {};
	}

	/** One entry of a collection; undefined where the user did not add it. */
	option(collection: Field, field: Field): unknown {
		return this.collection(collection)[field.name];
	}

	/** One entry of a collection that is a text; undefined where it is empty or was not added. */
	optionText(collection: Field, field: Field): string | undefined {
		return textIn(this.option(collection, field), field)?.trim();
	}

	/** The entries of a fixed collection, such as `buttons.button[]`; an expression may give the list itself. */
	entries(field: Field, group: string): IDataObject[] {
		const value = this.raw(field, {});
		const list: unknown = isRecord(value) ? value[group] : value;
		return Array.isArray(list) ? list.map((entry: unknown) => (isRecord(entry) ? entry : {})) : [];
	}

	/** A JSON object, given as text or, by expression, as an object. */
	jsonObject(input: unknown, { displayName }: Field): IDataObject {
		if (input === undefined || input === null || input === '') return {};
		const value: unknown = typeof input === 'string' ? jsonParse(input, { fallbackValue: null }) : input;
		if (!isRecord(value)) {
			throw new InputError(
				`"${displayName}" is not a JSON object`,
				'Write it as { "field": "value" }, with double quotes.',
			);
		}
		return value;
	}
}
