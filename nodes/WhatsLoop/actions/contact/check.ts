import { options } from '../../fields/options';
import { person, readRecipient } from '../../fields/recipient';
import { dataIn } from '../../output/dataIn';
import { isOnWhatsApp } from '../../output/simplifyContact';
import { defineOperation } from '../operation';

export const check = defineOperation({
	value: 'check',
	name: 'Check',
	action: 'Check if a number is on WhatsApp',
	description: 'Find out whether a phone number is on WhatsApp',
	kind: 'read',
	fields: [person, options],
	readValues: (read) => ({ recipient: readRecipient(read) }),
	simplify: ({ body, values }) => ({ recipient: values.recipient, onWhatsApp: isOnWhatsApp(dataIn(body)) }),
});
