import { options } from '../../fields/options';
import { person } from '../../fields/recipient';
import { pictureUrlIn } from '../../output/pictureUrl';
import type { Operation } from '../operation';

export const getPicture: Operation = {
	value: 'getPicture',
	name: 'Get Picture',
	action: 'Get the picture of a contact',
	description: "Get the web address of a person's profile picture",
	kind: 'read',
	fields: [person, options],
	readValues: (read) => ({ recipient: read.recipient() }),
	simplify: ({ body, values }) => ({ recipient: values.recipient as string, pictureUrl: pictureUrlIn(body) }),
};
