import type { INodeExecutionData } from 'n8n-workflow';
import { readRecipient } from '../fields/recipient';
import type { ParameterReader } from '../input/ParameterReader';
import type { SentMessage } from './sentMessage';

/**
 * Output of an item whose message was found in WhatsLoop's record: the same four fields as after a send.
 *
 * @param status `alreadySent` for a message of an earlier run
 */
export const sentOutput = (
	{ messageId, timestampMs }: SentMessage,
	read: ParameterReader,
	status: 'accepted' | 'alreadySent',
): INodeExecutionData[] => [
	{
		json: { messageId, recipient: readRecipient(read), status, timestamp: new Date(timestampMs).toISOString() },
		pairedItem: { item: read.itemIndex },
	},
];
