import { options } from '../../fields/options';
import { person, readRecipient } from '../../fields/recipient';
import { objectIn } from '../../output/dataIn';
import { simplifyBusinessProfile } from '../../output/simplifyContact';
import { defineOperation } from '../operation';

export const getBusinessProfile = defineOperation({
	value: 'getBusinessProfile',
	name: 'Get Business Profile',
	action: 'Get the business profile of a contact',
	description: 'Get what a business says of itself on WhatsApp: description, address, e-mail, website',
	kind: 'read',
	fields: [person, options],
	readValues: (read) => ({ recipient: readRecipient(read) }),
	simplify: ({ body, values }) => ({
		recipient: values.recipient,
		...simplifyBusinessProfile(objectIn(body)),
	}),
});
