import { options } from '../../fields/options';
import { person } from '../../fields/recipient';
import { dataIn } from '../../output/dataIn';
import { isOnWhatsApp } from '../../output/simplifyContact';
import type { Operation } from '../operation';

export const check: Operation = {
	value: 'check',
	name: 'Check',
	action: 'Check if a number is on WhatsApp',
	description: 'Find out whether a phone number is on WhatsApp',
	kind: 'read',
	fields: [person, options],
	readValues: (read) => ({ recipient: read.recipient() }),
	simplify: ({ body, values }) => ({ recipient: values.recipient as string, onWhatsApp: isOnWhatsApp(dataIn(body)) }),
};
