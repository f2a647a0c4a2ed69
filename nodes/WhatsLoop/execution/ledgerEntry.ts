import type { INodeExecutionData } from 'n8n-workflow';
import type { ErrorText } from '../transport/errorTexts';

/** What is remembered about an item that must not be sent a second time. */
export type LedgerEntry = {
	/** Made of account, operation and chat. An item that is now meant for another chat is another message. */
	fingerprint: string;
} & (
	| { sent: INodeExecutionData[]; messageId?: string }
	/** Nobody can know whether it was sent. `sinceMs` is when it was tried, in milliseconds on the server's clock. */
	| { uncertain: ErrorText; sinceMs: number }
);
