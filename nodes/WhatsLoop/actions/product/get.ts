import type { INodeProperties } from 'n8n-workflow';
import { catalogPhone, readCatalogPhone } from '../../fields/catalogPhone';
import { options } from '../../fields/options';
import { objectIn } from '../../output/dataIn';
import { simplifyProduct } from '../../output/simplifyProduct';
import { defineOperation } from '../operation';

const productId: INodeProperties = {
	displayName: 'Product ID',
	name: 'productId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 4938174216214248',
	description: 'ID of the product, as Get Many gives it',
};

export const get = defineOperation({
	value: 'get',
	name: 'Get',
	action: 'Get a product',
	description: 'Get one product of a WhatsApp catalog by its ID',
	kind: 'read',
	fields: [catalogPhone, productId, options],
	readValues: (read) => ({
		catalogPhone: readCatalogPhone(read),
		productId: read.text(productId).trim(),
	}),
	simplify: ({ body }) => simplifyProduct(objectIn(body)),
});
