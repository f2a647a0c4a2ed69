import { get, post, row, type RequestRow } from './row';
import { OWN_PHONE } from './samples';

const catalog = { catalogPhone: OWN_PHONE };

export const productRequests: RequestRow[] = [
	row('product.getAll', 'of a catalog', catalog, { go: post('product', { phone: OWN_PHONE }) }),
	row(
		'product.get',
		'by its ID',
		{ ...catalog, productId: '7000000000000001' },
		{
			go: get('product/id', { phone: OWN_PHONE, productId: '7000000000000001' }),
		},
	),
	row(
		'product.create',
		'with two pictures',
		{
			...catalog,
			name: 'Coffee',
			description: 'Freshly roasted',
			price: 12.5,
			currency: 'sar',
			images: 'https://example.com/a,b.jpg, https://example.com/c.jpg',
		},
		{
			go: post('product/create', {
				phone: OWN_PHONE,
				name: 'Coffee',
				description: 'Freshly roasted',
				price: 12.5,
				currency: 'SAR',
				isHidden: false,
				images: ['https://example.com/a,b.jpg', 'https://example.com/c.jpg'],
			}),
		},
	),
	row(
		'product.getOrder',
		'by ID and token',
		{ orderId: '8000000000000001', orderToken: 'sandbox-order' },
		{
			go: post('product/get/order', { orderId: '8000000000000001', orderToken: 'sandbox-order' }),
		},
	),
];
