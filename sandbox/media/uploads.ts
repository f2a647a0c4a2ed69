import { randomUUID } from 'node:crypto';

/** A file that a person sent from the phone. */
export interface Upload {
	fileName: string;
	mimeType: string;
	content: Buffer;
}

/** More than a person tries out. The oldest files are removed first. */
const MAX_UPLOADS = 100;

/** Files sent from the phone. They have addresses that nobody can guess, as with the real service. */
export class Uploads {
	private readonly byId = new Map<string, Upload>();

	/** @returns the path at which the file can be fetched */
	add(upload: Upload): string {
		const id = randomUUID();
		this.byId.set(id, upload);
		if (this.byId.size > MAX_UPLOADS) this.byId.delete(this.byId.keys().next().value!);
		return `/media/uploads/${id}/${encodeURIComponent(upload.fileName)}`;
	}

	find = (id: string): Upload | undefined => this.byId.get(id);

	reset(): void {
		this.byId.clear();
	}
}
