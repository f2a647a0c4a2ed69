/** Why a survivor is left alive. Without `original` or `replacement` it is about every survivor of the file, or of the code. */
export interface Explanation {
	/** Below `nodes/WhatsLoop`. */
	file: string;
	original?: string;
	replacement?: string;
	why: string;
}
