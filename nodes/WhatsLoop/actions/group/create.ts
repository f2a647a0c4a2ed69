import { participants, readParticipants } from '../../fields/group';
import { options } from '../../fields/options';
import { objectIn } from '../../output/dataIn';
import { simplifyGroupWithParticipants } from '../../output/simplifyGroup';
import { defineOperation } from '../operation';
import { subject } from './subject';

export const create = defineOperation({
	value: 'create',
	name: 'Create',
	action: 'Create a group',
	description: 'Create a group with a subject and its first participants',
	kind: 'change',
	fields: [subject, participants, options],
	readValues: (read) => ({ subject: read.text(subject).trim(), participants: readParticipants(read) }),
	simplify: ({ body, values }) => ({
		subject: values.subject,
		...simplifyGroupWithParticipants(objectIn(body)),
	}),
});
