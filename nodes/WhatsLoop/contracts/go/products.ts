import type { OperationTable } from '../contract';
import { get, post } from './variant';

export const productOperations: OperationTable = {
	'product.getAll': [post('product', { phone: 'catalogPhone' })],
	'product.get': [get('product/id', { phone: 'catalogPhone', productId: 'productId' })],
	'product.create': [
		post('product/create', {
			phone: 'catalogPhone',
			name: 'name',
			description: 'description',
			price: 'price',
			currency: 'currency',
			isHidden: 'isHidden',
			images: 'images',
		}),
	],
	'product.getOrder': [post('product/get/order', { orderId: 'orderId', orderToken: 'orderToken' })],
};
