import type { INodeProperties } from 'n8n-workflow';
import { optionsWithoutRecipient } from '../../fields/options';
import { objectIn } from '../../output/dataIn';
import { simplifyOrder } from '../../output/simplifyProduct';
import { defineOperation } from '../operation';

const orderId: INodeProperties = {
	displayName: 'Order ID',
	name: 'orderId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 1327484974309875',
	description: 'ID of the order, from the message that it came with',
};

const orderToken: INodeProperties = {
	displayName: 'Order Token',
	name: 'orderToken',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	placeholder: 'e.g. AR4flJ+gzJw5zdUUIpQqIxtv',
	required: true,
	description: 'Token of the order, from the same message',
};

export const getOrder = defineOperation({
	value: 'getOrder',
	name: 'Get Order',
	action: 'Get an order of products',
	description: 'Get what a customer ordered from the WhatsApp catalog',
	kind: 'read',
	fields: [orderId, orderToken, optionsWithoutRecipient],
	readValues: (read) => ({
		orderId: read.text(orderId).trim(),
		orderToken: read.text(orderToken).trim(),
	}),
	simplify: ({ body, values }) => ({ orderId: values.orderId, ...simplifyOrder(objectIn(body)) }),
});
