import { options } from '../../fields/options';
import { person } from '../../fields/recipient';
import { objectIn } from '../../output/dataIn';
import { simplifyBusinessProfile } from '../../output/simplifyContact';
import type { Operation } from '../operation';

export const getBusinessProfile: Operation = {
	value: 'getBusinessProfile',
	name: 'Get Business Profile',
	action: 'Get the business profile of a contact',
	description: 'Get what a business says of itself on WhatsApp: description, address, e-mail, website',
	kind: 'read',
	fields: [person, options],
	readValues: (read) => ({ recipient: read.recipient() }),
	simplify: ({ body, values }) => ({
		recipient: values.recipient as string,
		...simplifyBusinessProfile(objectIn(body)),
	}),
};
