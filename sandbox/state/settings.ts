/** Behaviour that public material does not tell, or that tests need to switch. */
export interface SandboxSettings {
	/** Whether the accounts' WhatsApp is connected; sends are refused while it is not. */
	connected: boolean;
	/** Status of a go send. */
	sendStatus: 'SUCCESS' | 'PENDING';
	/** HTTP status of an accepted send. */
	sendStatusCode: 200 | 201;
	/** `data` of a cloud send: the bare id, an object with `message_id`, or absent. */
	cloudData: 'string' | 'object' | 'missing';
	/** Refuse a send with 422 when its media could not be fetched. */
	failOnMediaError: boolean;
	/** How long a send waits for its media before it is answered all the same. */
	mediaWaitMs: number;
	/**
	 * Refuse, in its words, what the provider's code of 2023 refuses and the documentation calls optional: buttons and lists
	 * without a footer, lists without text or title, sections without title, rows without ID, cards without a name.
	 */
	refusesAsOlderCode: boolean;
}

export const DEFAULT_SETTINGS: Readonly<SandboxSettings> = {
	connected: true,
	sendStatus: 'SUCCESS',
	sendStatusCode: 200,
	cloudData: 'string',
	failOnMediaError: false,
	mediaWaitMs: 500,
	refusesAsOlderCode: false,
};
