import { parseN8nVersions, type N8nVersion } from '../n8n/versions';
import { PARTS, type Part } from './parts';

const isPart = (text: string): text is Part => (PARTS as readonly string[]).includes(text);

const N8N_FLAG = '--n8n';
const RECORD_FLAG = '--record';

export interface TestArguments {
	parts: Part[];
	/** Chosen with `--n8n`; undefined where each part takes its default. */
	n8nVersions?: N8nVersion[];
	/** Whether a good run is noted for the compatibility table. */
	record: boolean;
	/** Handed on to jest as they are. */
	jestArguments: string[];
}

/**
 * Reads `npm test -- unit e2e --n8n 1.123.81 -t "some name"`: part names first (all parts where none is named), then the
 * flags of this project, which may stand anywhere, and jest's own arguments.
 *
 * @throws Error with the list of known versions
 */
export function parseTestArguments(args: readonly string[]): TestArguments {
	const rest = [...args];
	const parts: Part[] = [];
	for (let first = rest[0]; first !== undefined && isPart(first); first = rest[0]) {
		parts.push(first);
		rest.shift();
	}
	const record = rest.includes(RECORD_FLAG);
	const place = rest.indexOf(N8N_FLAG);
	const n8nVersions = place === -1 ? undefined : parseN8nVersions(rest[place + 1] ?? '');
	const isOwn = (argument: string, index: number) =>
		argument === RECORD_FLAG || (place !== -1 && (index === place || index === place + 1));
	return {
		parts: PARTS.filter((part) => parts.length === 0 || parts.includes(part)),
		n8nVersions,
		record,
		jestArguments: rest.filter((argument, index) => !isOwn(argument, index)),
	};
}
