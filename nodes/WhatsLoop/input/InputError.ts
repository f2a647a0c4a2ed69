/** What the user filled in can't be sent. Thrown before any request; the node turns it into a NodeOperationError of the item. */
export class InputError extends Error {
	/**
	 * @param message what is wrong
	 * @param description what to do about it
	 */
	constructor(
		message: string,
		readonly description?: string,
	) {
		super(message);
	}
}
