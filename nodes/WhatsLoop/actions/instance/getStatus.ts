import { optionsWithoutRecipient } from '../../fields/options';
import { dataIn } from '../../output/dataIn';
import { simplifyConnection } from '../../output/simplifyInstance';
import { defineOperation } from '../operation';

export const getStatus = defineOperation({
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get the status of the WhatsApp connection',
	description: "Find out whether the account's WhatsApp is connected",
	kind: 'read',
	fields: [optionsWithoutRecipient],
	readValues: () => ({}),
	simplify: ({ body }) => simplifyConnection(dataIn(body)),
});
