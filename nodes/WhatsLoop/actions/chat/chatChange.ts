import type { IDataObject } from 'n8n-workflow';
import { options } from '../../fields/options';
import { chat, readRecipient } from '../../fields/recipient';
import { defineOperation, type Operation, type OperationTexts } from '../operation';

/** A change of one chat that needs only the chat. `outcome` describes the chat afterwards. */
export const chatChange = (texts: OperationTexts, outcome: IDataObject): Operation =>
	defineOperation({
		...texts,
		kind: 'change',
		fields: [chat, options],
		readValues: (read) => ({ recipient: readRecipient(read) }),
		simplify: ({ values }) => ({ recipient: values.recipient, ...outcome }),
	});
