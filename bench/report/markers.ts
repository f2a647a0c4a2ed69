import { readFile, writeFile } from 'node:fs/promises';

export const START_MARKER = '<!-- bench:start (written by npm run bench) -->';
export const END_MARKER = '<!-- bench:end -->';

/** Replaces what stands between the two markers. @returns undefined where the text lacks them */
export function betweenMarkers(text: string, content: string): string | undefined {
	const start = text.indexOf(START_MARKER);
	const end = text.indexOf(END_MARKER);
	if (start < 0 || end < start) return undefined;
	return `${text.slice(0, start + START_MARKER.length)}\n\n${content}\n\n${text.slice(end)}`;
}

/** Writes content between a file's markers. @returns whether the file has them */
export async function writeBetweenMarkers(file: string, content: string): Promise<boolean> {
	const before = await readFile(file, 'utf8').catch(() => '');
	const after = betweenMarkers(before, content);
	if (after === undefined) return false;
	if (after !== before) await writeFile(file, after);
	return true;
}
