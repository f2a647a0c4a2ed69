/** Why a body is refused, in words for the caller. They contain nothing of the body. */
export class BodyError extends Error {
	constructor(
		/** HTTP status of the answer. 413 if a smaller body of the same kind would be accepted. */
		readonly statusCode: 400 | 413,
		message: string,
	) {
		super(message);
	}
}
