import { optionsWithoutRecipient } from '../../fields/options';
import { objectIn } from '../../output/dataIn';
import { simplifyOrder } from '../../output/simplifyProduct';
import type { Operation } from '../operation';

export const getOrder: Operation = {
	value: 'getOrder',
	name: 'Get Order',
	action: 'Get an order of products',
	description: 'Get what a customer ordered from the WhatsApp catalog',
	kind: 'read',
	fields: [
		{
			displayName: 'Order ID',
			name: 'orderId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1327484974309875',
			description: 'ID of the order, from the message that it came with',
		},
		{
			displayName: 'Order Token',
			name: 'orderToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Token of the order, from the same message',
		},
		optionsWithoutRecipient,
	],
	readValues: (read) => ({
		orderId: read.text('orderId', 'Order ID').trim(),
		orderToken: read.text('orderToken', 'Order Token').trim(),
	}),
	simplify: ({ body, values }) => ({ orderId: values.orderId as string, ...simplifyOrder(objectIn(body)) }),
};
