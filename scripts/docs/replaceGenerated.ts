/** Replaces what stands between `<!-- generated: NAME -->` and `<!-- end of NAME -->`. @throws Error without these marks */
export function replaceGenerated(text: string, name: string, content: string): string {
	const [begin, end] = [`<!-- generated: ${name} -->`, `<!-- end of ${name} -->`];
	const from = text.indexOf(begin);
	const to = text.indexOf(end);
	if (from < 0 || to < from) throw new Error(`The marks of "${name}" are missing`);
	return `${text.slice(0, from + begin.length)}\n${content.trim()}\n${text.slice(to)}`;
}
