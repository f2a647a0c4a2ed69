import { randomBytes } from 'node:crypto';
import type { Product } from '../../state/directory';
import type { Answer, Call, Endpoint } from '../endpoint';
import { optional, phone, required, text } from '../fields';
import { goFailure, ok, updated } from './answers';
import { amount, boolean, isYes, textList } from './checks';

const notFound = (what: string): Answer => ({ statusCode: 422, body: goFailure(`${what} not Found`) });

const directoryOf = ({ state, account }: Call) => state.directories.of(account);

/** Only the account's own catalog has products here. */
const productsOf = (call: Call): Product[] =>
	call.fields.text('phone') === call.account.phone ? directoryOf(call).products : [];

function create(call: Call): Answer {
	const { fields, request } = call;
	const product: Product = {
		id: `7${String(randomBytes(6).readUIntBE(0, 6)).padStart(15, '0')}`,
		name: fields.text('name'),
		description: fields.text('description'),
		price: fields.number('price'),
		currency: fields.text('currency'),
		isHidden: isYes(fields.text('isHidden')),
		images: (request.body as { images: string[] }).images,
	};
	directoryOf(call).products.push(product);
	return updated('The product has been successfully created.', product);
}

/** The catalog and orders from it. */
export const products: Endpoint[] = [
	{
		method: 'POST',
		path: 'product',
		fields: { phone: required(phone) },
		apply: (call) => ok('The products have been successfully fetched.', productsOf(call)),
	},
	{
		method: 'GET',
		path: 'product/id',
		fields: { phone: required(phone), productId: required(text()) },
		apply(call) {
			const product = productsOf(call).find(({ id }) => id === call.fields.text('productId'));
			return product ? ok('The product has been successfully fetched.', product) : notFound('Product');
		},
	},
	{
		method: 'POST',
		path: 'product/create',
		fields: {
			phone: required(phone),
			name: required(text()),
			description: optional(text()),
			price: required(amount),
			currency: required(text(3)),
			isHidden: optional(boolean),
			images: required(textList),
		},
		apply: create,
	},
	{
		method: 'POST',
		path: 'product/get/order',
		fields: { orderId: required(text()), orderToken: required(text()) },
		apply(call) {
			const order = directoryOf(call).orders.find(
				({ id, token }) => id === call.fields.text('orderId') && token === call.fields.text('orderToken'),
			);
			if (!order) return notFound('Order');
			return ok('The order has been successfully fetched.', { ...order, token: undefined });
		},
	},
];
