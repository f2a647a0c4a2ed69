/** Why a body is refused, in words for the caller: nothing of the body is in them. */
export class BodyError extends Error {
	constructor(
		/** HTTP status of the answer. 413 where less of the same would be taken. */
		readonly statusCode: 400 | 413,
		message: string,
	) {
		super(message);
	}
}
