import type { IDataObject } from 'n8n-workflow';
import { group, participants, readGroupId, readParticipants } from '../../fields/group';
import { options } from '../../fields/options';
import type { Operation } from '../operation';

/** A change of some participants of one group. `outcome` is what holds of them afterwards. */
export const participantsChange = (
	texts: Pick<Operation, 'value' | 'name' | 'action' | 'description'>,
	outcome: IDataObject,
): Operation => ({
	...texts,
	kind: 'change',
	fields: [group, participants, options],
	readValues: (read) => ({ groupId: readGroupId(read), participants: readParticipants(read) }),
	simplify: ({ values }) => ({
		groupId: values.groupId as string,
		participants: values.participants as string[],
		...outcome,
	}),
});
