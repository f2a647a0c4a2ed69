import type { IDataObject } from 'n8n-workflow';
import { options } from '../../fields/options';
import { chat } from '../../fields/recipient';
import type { Operation } from '../operation';

/** A change of one chat that needs nothing but the chat. `outcome` is what holds of it afterwards. */
export const chatChange = (
	texts: Pick<Operation, 'value' | 'name' | 'action' | 'description'>,
	outcome: IDataObject,
): Operation => ({
	...texts,
	kind: 'change',
	fields: [chat, options],
	readValues: (read) => ({ recipient: read.recipient() }),
	simplify: ({ values }) => ({ recipient: values.recipient as string, ...outcome }),
});
