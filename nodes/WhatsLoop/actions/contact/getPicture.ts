import { options } from '../../fields/options';
import { person, readRecipient } from '../../fields/recipient';
import { pictureUrlIn } from '../../output/pictureUrl';
import { defineOperation } from '../operation';

export const getPicture = defineOperation({
	value: 'getPicture',
	name: 'Get Picture',
	action: 'Get the picture of a contact',
	description: "Get the web address of a person's profile picture",
	kind: 'read',
	fields: [person, options],
	readValues: (read) => ({ recipient: readRecipient(read) }),
	simplify: ({ body, values }) => ({ recipient: values.recipient, pictureUrl: pictureUrlIn(body) }),
});
