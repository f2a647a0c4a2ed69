import type { INodeProperties } from 'n8n-workflow';
import { catalogPhone } from '../../fields/catalogPhone';
import { options } from '../../fields/options';
import { InputError } from '../../input/InputError';
import { checkMediaUrl } from '../../input/mediaType';
import type { ParameterReader } from '../../input/ParameterReader';
import { objectIn } from '../../output/dataIn';
import { simplifyProduct } from '../../output/simplifyProduct';
import type { Operation } from '../operation';

const productFields: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Arabic coffee, 1 kg',
		description: 'Name of the product',
	},
	{
		displayName: 'Price',
		name: 'price',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 2 },
		default: 0,
		required: true,
		description: 'Price of one, in the currency below',
	},
	{
		displayName: 'Currency',
		name: 'currency',
		type: 'string',
		default: 'SAR',
		required: true,
		placeholder: 'e.g. SAR',
		description: 'Three-letter code of the currency (ISO 4217)',
	},
	{
		displayName: 'Image URLs',
		name: 'images',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://example.com/coffee.jpg',
		description:
			'Web addresses of pictures, separated by commas; an expression may give a list. WhatsLoop fetches them.',
	},
	{
		displayName: 'Description',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		description: 'What customers read about the product',
	},
	{
		displayName: 'Hidden',
		name: 'isHidden',
		type: 'boolean',
		default: false,
		description: 'Whether the product is kept out of the catalog that customers see',
	},
];

function readCurrency(read: ParameterReader): string {
	const currency = read.text('currency', 'Currency').trim().toUpperCase();
	if (!/^[A-Z]{3}$/.test(currency)) {
		throw new InputError('"Currency" is not a currency code', 'Fill in three letters, such as SAR or EUR.');
	}
	return currency;
}

/** Commas may stand in an address, too; one that separates has the next address behind it. */
function readImages(read: ParameterReader): string[] {
	const value = read.raw('images', '');
	const entries = Array.isArray(value) ? value : String(value ?? '').split(/\s*,\s*(?=https?:)|\s+/i);
	const images = entries.map((entry) => String(entry ?? '').trim()).filter((entry) => entry !== '');
	if (images.length === 0)
		throw new InputError(
			'"Image URLs" is empty',
			'WhatsApp takes no product without a picture. Fill in at least one address.',
		);
	return images.map((image) => checkMediaUrl(image, 'Image URLs'));
}

export const create: Operation = {
	value: 'create',
	name: 'Create',
	action: 'Create a product',
	description: 'Add a product to the WhatsApp catalog of the account',
	kind: 'change',
	fields: [catalogPhone, ...productFields, options],
	readValues: (read) => ({
		catalogPhone: read.phone('catalogPhone'),
		name: read.text('name', 'Name').trim(),
		price: read.number('price', 'Price', { min: 0, max: Number.MAX_SAFE_INTEGER }),
		currency: readCurrency(read),
		images: readImages(read),
		description: read.optionalText('description'),
		isHidden: read.raw('isHidden', false) === true,
	}),
	simplify: ({ body, values }) => ({ name: values.name as string, ...simplifyProduct(objectIn(body)) }),
};
