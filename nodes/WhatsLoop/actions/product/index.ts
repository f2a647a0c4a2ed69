import type { Resource } from '../operation';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { getOrder } from './getOrder';

export const product: Resource = {
	value: 'product',
	name: 'Product',
	defaultOperation: getAll.value,
	operations: [create, get, getAll, getOrder],
};
