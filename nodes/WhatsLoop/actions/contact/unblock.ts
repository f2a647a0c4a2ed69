import { options } from '../../fields/options';
import { person } from '../../fields/recipient';
import type { Operation } from '../operation';

export const unblock: Operation = {
	value: 'unblock',
	name: 'Unblock',
	action: 'Unblock a contact',
	description: 'Let messages of a blocked person arrive again',
	kind: 'change',
	fields: [person, options],
	readValues: (read) => ({ recipient: read.recipient() }),
	simplify: ({ values }) => ({ recipient: values.recipient as string, blocked: false }),
};
