import type { MutationResults } from '../mutation/results';
import { scoreOf, type FolderSummary, type Survivor } from '../mutation/summary';
import type { Explanation } from '../mutation/explanations';

const number = (value: number) => value.toLocaleString('en-US');

const row = (...cells: string[]) => `| ${cells.join(' | ')} |`;

const figures = (name: string, { mutants, texts, killed, survived }: Omit<FolderSummary, 'survivors'>) =>
	row(name, ...[mutants, texts, killed, survived].map(number), `${scoreOf({ killed, survived }).toFixed(1)} %`);

/** One line for each folder, and one for all of them. */
export function mutationTable(results: MutationResults): string {
	const folders = Object.entries(results);
	const sum = (name: 'mutants' | 'texts' | 'static' | 'killed' | 'survived') =>
		folders.reduce((total, [, summary]) => total + summary[name], 0);
	const all = {
		mutants: sum('mutants'),
		texts: sum('texts'),
		static: sum('static'),
		killed: sum('killed'),
		survived: sum('survived'),
	};
	return [
		row('Folder', 'Mutants', 'Left out', 'Killed', 'Survived', 'Score'),
		row('---', '--:', '--:', '--:', '--:', '--:'),
		...folders.map(([name, summary]) => figures(name, summary)),
		...(folders.length > 1 ? [figures('**All**', all)] : []),
	].join('\n');
}

const isExplainedBy = (survivor: Survivor) => (explanation: Explanation) =>
	explanation.file === survivor.file &&
	(explanation.original === undefined || explanation.original === survivor.original) &&
	(explanation.replacement === undefined || explanation.replacement === survivor.replacement);

/** In a table cell a bar would begin the next one. */
const code = (text: string) => {
	const short = text.length > 70 ? `${text.slice(0, 70)}…` : text;
	return `\`${short.replaceAll('|', '\\|').replaceAll('`', "'")}\``;
};

/** How many survivors nobody has explained, file by file. */
function unexplainedTable(unexplained: Survivor[]): string[] {
	if (unexplained.length === 0) return ['Every survivor is explained.'];
	const files = [...new Set(unexplained.map(({ file }) => file))].sort();
	return [
		'These have no explanation. They are places where a test is still missing, or where one would repeat the code:',
		'',
		row('File', 'Survivors'),
		row('---', '--:'),
		...files.map((file) => row(file, number(unexplained.filter((survivor) => survivor.file === file).length))),
	];
}

/** The survivors that were read and left, with the reason; then those that nobody has explained. */
export function survivorTables(results: MutationResults, explanations: readonly Explanation[]): string {
	const survivors = Object.values(results).flatMap((summary) => summary.survivors);
	const explained = survivors.flatMap((survivor) => {
		const explanation = explanations.find(isExplainedBy(survivor));
		return explanation ? [{ ...survivor, why: explanation.why }] : [];
	});
	const unexplained = survivors.filter((survivor) => !explanations.some(isExplainedBy(survivor)));
	return [
		`${number(explained.length)} survivors are explained:`,
		'',
		row('File', 'Code', 'Changed to', 'Why no test notices'),
		row('---', '---', '---', '---'),
		...explained.map(({ file, original, replacement, why }) => row(file, code(original), code(replacement), why)),
		'',
		...unexplainedTable(unexplained),
	].join('\n');
}
