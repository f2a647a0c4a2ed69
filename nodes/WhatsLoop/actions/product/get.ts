import { catalogPhone } from '../../fields/catalogPhone';
import { options } from '../../fields/options';
import { objectIn } from '../../output/dataIn';
import { simplifyProduct } from '../../output/simplifyProduct';
import type { Operation } from '../operation';

export const get: Operation = {
	value: 'get',
	name: 'Get',
	action: 'Get a product',
	description: 'Get one product of a WhatsApp catalog by its ID',
	kind: 'read',
	fields: [
		catalogPhone,
		{
			displayName: 'Product ID',
			name: 'productId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 4938174216214248',
			description: 'ID of the product, as Get Many gives it',
		},
		options,
	],
	readValues: (read) => ({
		catalogPhone: read.phone('catalogPhone'),
		productId: read.text('productId', 'Product ID').trim(),
	}),
	simplify: ({ body }) => simplifyProduct(objectIn(body)),
};
