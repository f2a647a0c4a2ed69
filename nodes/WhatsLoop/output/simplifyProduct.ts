import type { IDataObject } from 'n8n-workflow';
import { asBoolean, firstOf, simplified } from './firstOf';
import { isoFromEpoch } from './timestamps';

const addressesIn = (images: unknown): unknown =>
	Array.isArray(images)
		? images.map((image) => (typeof image === 'string' ? image : firstOf(image, ['url', 'original', 'requested'])))
		: images;

/** The fields of a product in a catalog that workflows use. */
export const simplifyProduct = (record: IDataObject): IDataObject =>
	simplified(record, {
		productId: firstOf(record, ['id', 'productId']),
		name: firstOf(record, ['name', 'title']),
		description: firstOf(record, ['description']),
		price: firstOf(record, ['price']),
		currency: firstOf(record, ['currency']),
		isHidden: asBoolean(firstOf(record, ['isHidden', 'is_hidden'])),
		url: firstOf(record, ['url']),
		images: addressesIn(firstOf(record, ['images', 'imageUrls'])),
	});

/** The fields of an order that came from a catalog. */
export const simplifyOrder = (record: IDataObject): IDataObject => {
	const products = firstOf(record, ['products', 'items']);
	return simplified(record, {
		orderId: firstOf(record, ['id', 'orderId']),
		total: firstOf(record, ['price.total', 'total', 'totalAmount']),
		currency: firstOf(record, ['price.currency', 'currency']),
		createdAt: isoFromEpoch(firstOf(record, ['creation', 'createdAt', 'timestamp'])),
		products: Array.isArray(products)
			? products.map((product: IDataObject) => ({
					...simplifyProduct(product),
					quantity: firstOf(product, ['quantity']),
				}))
			: undefined,
	});
};
