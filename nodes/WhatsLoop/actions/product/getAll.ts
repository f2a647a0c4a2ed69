import { catalogPhone, readCatalogPhone } from '../../fields/catalogPhone';
import { options } from '../../fields/options';
import { limit, readLimit, returnAll } from '../../fields/returnAll';
import { listIn } from '../../output/listIn';
import { simplifyProduct } from '../../output/simplifyProduct';
import { toItems } from '../../output/toItems';
import { defineOperation } from '../operation';

export const getAll = defineOperation({
	value: 'getAll',
	name: 'Get Many',
	action: 'Get many products',
	description: 'Get the products in the WhatsApp catalog of a business',
	kind: 'read',
	fields: [catalogPhone, returnAll, limit, options],
	readValues: (read) => ({ catalogPhone: readCatalogPhone(read) }),
	run: async ({ read, request, simplify }, values) => {
		const count = readLimit(read);
		return toItems(listIn(await request(values)).slice(0, count), simplify ? simplifyProduct : undefined);
	},
});
