/** Of Stryker's JSON report, what is read here (schema of mutation-testing-elements). */
export interface StrykerReport {
	files: Record<string, { source: string; mutants: StrykerMutant[] }>;
}

export interface StrykerMutant {
	mutatorName: string;
	replacement?: string;
	status: 'Killed' | 'Timeout' | 'Survived' | 'NoCoverage' | 'Ignored' | 'CompileError' | 'RuntimeError' | 'Pending';
	statusReason?: string;
	location: { start: Position; end: Position };
}

/** Both count from 1. */
interface Position {
	line: number;
	column: number;
}

/** A change of the code that no test notices. Line numbers are left out, for they change with every edit. */
export interface Survivor {
	/** Below `nodes/WhatsLoop`. */
	file: string;
	original: string;
	replacement: string;
	/** No test runs this code at all. */
	isUncovered?: true;
}

export interface FolderSummary {
	mutants: number;
	/** A test failed, or never ended. */
	killed: number;
	survived: number;
	/** Texts for people. */
	texts: number;
	/** What runs only while a file is loaded. */
	static: number;
	survivors: Survivor[];
}

/** Killed mutants in percent of all that were tried. */
export const scoreOf = ({ killed, survived }: Pick<FolderSummary, 'killed' | 'survived'>): number =>
	killed + survived === 0 ? 100 : (100 * killed) / (killed + survived);

const ROOT = /^.*nodes\/WhatsLoop\//;

function textBetween(source: string, { start, end }: StrykerMutant['location']): string {
	const lines = source.split('\n').slice(start.line - 1, end.line);
	lines[lines.length - 1] = lines[lines.length - 1].slice(0, end.column - 1);
	lines[0] = lines[0].slice(start.column - 1);
	return oneLine(lines.join(' '));
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** @returns undefined for a mutant that a test noticed, or that was left out */
export function survivorOf(
	file: string,
	source: string,
	{ status, location, replacement = '' }: Pick<StrykerMutant, 'status' | 'location' | 'replacement'>,
): Survivor | undefined {
	if (status !== 'Survived' && status !== 'NoCoverage') return undefined;
	return {
		file: file.replace(ROOT, ''),
		original: textBetween(source, location),
		replacement: oneLine(replacement),
		...(status === 'NoCoverage' ? { isUncovered: true as const } : {}),
	};
}

/** Counts what became of the mutants of a folder. */
export function summariseReport({ files }: StrykerReport): FolderSummary {
	const summary: FolderSummary = { mutants: 0, killed: 0, survived: 0, texts: 0, static: 0, survivors: [] };
	for (const [file, { source, mutants }] of Object.entries(files)) {
		for (const mutant of mutants) {
			summary.mutants++;
			const { status, statusReason = '' } = mutant;
			const survivor = survivorOf(file, source, mutant);
			if (status === 'Ignored') summary[statusReason.startsWith('Static') ? 'static' : 'texts']++;
			else if (survivor) {
				summary.survived++;
				summary.survivors.push(survivor);
			} else summary.killed++;
		}
	}
	return summary;
}
