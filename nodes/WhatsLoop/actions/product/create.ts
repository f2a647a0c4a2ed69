import type { INodeProperties } from 'n8n-workflow';
import { catalogPhone, readCatalogPhone } from '../../fields/catalogPhone';
import { options } from '../../fields/options';
import { InputError } from '../../input/InputError';
import { checkMediaUrl } from '../../input/mediaType';
import type { ParameterReader } from '../../input/ParameterReader';
import { plainText } from '../../input/plainText';
import { objectIn } from '../../output/dataIn';
import { simplifyProduct } from '../../output/simplifyProduct';
import { defineOperation } from '../operation';

const name: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Arabic coffee, 1 kg',
	description: 'Name of the product',
};

const price: INodeProperties = {
	displayName: 'Price',
	name: 'price',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 2 },
	default: 0,
	required: true,
	description: 'Price of one, in the currency below',
};

const currency: INodeProperties = {
	displayName: 'Currency',
	name: 'currency',
	type: 'string',
	default: 'SAR',
	required: true,
	placeholder: 'e.g. SAR',
	description: 'Three-letter code of the currency (ISO 4217)',
};

const images: INodeProperties = {
	displayName: 'Image URLs',
	name: 'images',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://example.com/coffee.jpg',
	description: 'Web addresses of pictures, separated by commas; an expression may give a list. WhatsLoop fetches them.',
};

const description: INodeProperties = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	typeOptions: { rows: 2 },
	default: '',
	placeholder: 'e.g. Light roast, from Jazan',
	description: 'What customers read about the product',
};

const isHidden: INodeProperties = {
	displayName: 'Hidden',
	name: 'isHidden',
	type: 'boolean',
	default: false,
	description: 'Whether the product is kept out of the catalog that customers see',
};

function readCurrency(read: ParameterReader): string {
	const code = read.text(currency).trim().toUpperCase();
	if (!/^[A-Z]{3}$/.test(code)) {
		throw new InputError(
			`"${currency.displayName}" is not a currency code`,
			'Fill in three letters, such as SAR or EUR.',
		);
	}
	return code;
}

/** An address may contain commas. A comma that separates is followed by the next address. */
function readImages(read: ParameterReader): string[] {
	const value = read.raw(images, '');
	const entries: unknown[] = Array.isArray(value) ? value : plainText(value).split(/\s*,\s*(?=https?:)|\s+/i);
	const addresses = entries.map((entry) => plainText(entry).trim()).filter((entry) => entry !== '');
	if (addresses.length === 0) {
		throw new InputError(
			`"${images.displayName}" is empty`,
			'WhatsApp takes no product without a picture. Fill in at least one address.',
		);
	}
	return addresses.map((address) => checkMediaUrl(address, images.displayName));
}

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a product',
	description: 'Add a product to the WhatsApp catalog of the account',
	kind: 'change',
	fields: [catalogPhone, name, price, currency, images, description, isHidden, options],
	readValues: (read) => ({
		catalogPhone: readCatalogPhone(read),
		name: read.text(name).trim(),
		price: read.number(price, { min: 0, max: Number.MAX_SAFE_INTEGER }),
		currency: readCurrency(read),
		images: readImages(read),
		description: read.optionalText(description),
		isHidden: read.isOn(isHidden),
	}),
	simplify: ({ body, values }) => ({ name: values.name, ...simplifyProduct(objectIn(body)) }),
});
