import { optionsWithoutRecipient } from '../../fields/options';
import { dataIn, objectIn } from '../../output/dataIn';
import { simplifyConnection } from '../../output/simplifyInstance';
import { defineOperation } from '../operation';

export const getSession = defineOperation({
	value: 'getSession',
	name: 'Get Session',
	action: 'Get the session of the WhatsApp connection',
	description: "Get the session of the account's WhatsApp: whether it is connected, and with which number",
	kind: 'read',
	fields: [optionsWithoutRecipient],
	readValues: () => ({}),
	run: async ({ request, simplify }) => {
		const session = await request({ part: 'session' });
		const status = await request({ part: 'status' });
		const json = simplify
			? simplifyConnection({ ...objectIn(session), ...objectIn(status) })
			: { session: dataIn(session), status: dataIn(status) };
		return [{ json }];
	},
});
