import type { IDataObject } from 'n8n-workflow';
import { group, participants, readGroupId, readParticipants } from '../../fields/group';
import { options } from '../../fields/options';
import { defineOperation, type Operation, type OperationTexts } from '../operation';

/** A change of some participants of one group. `outcome` describes them afterwards. */
export const participantsChange = (texts: OperationTexts, outcome: IDataObject): Operation =>
	defineOperation({
		...texts,
		kind: 'change',
		fields: [group, participants, options],
		readValues: (read) => ({ group: readGroupId(read), participants: readParticipants(read) }),
		simplify: ({ values }) => ({ groupId: values.group, participants: values.participants, ...outcome }),
	});
