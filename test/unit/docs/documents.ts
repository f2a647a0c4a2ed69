import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import MarkdownIt from 'markdown-it';
import { homepage } from '../../../package.json';
import { PROJECT_FOLDER } from '../../../scripts/project';

const markdown = new MarkdownIt({ html: true });

/** Folders whose documents are read, `.` without what is in its folders. */
const FOLDERS = ['.', 'docs', 'docs/api', 'examples', 'bench/results', '.github'];

/** Paths of all documents, from the project's folder. */
export const documents = (): string[] =>
	FOLDERS.flatMap((folder) => {
		const files = readdirSync(join(PROJECT_FOLDER, folder)).filter((name) => name.endsWith('.md'));
		return files.map((name) => normalize(join(folder, name)));
	});

export const readDocument = (path: string): string => readFileSync(join(PROJECT_FOLDER, path), 'utf8');

const inlineTokens = (text: string) => markdown.parse(text, {}).flatMap(({ children }) => children ?? []);

/** Where the links and pictures of a document lead. */
export const targetsIn = (text: string): string[] =>
	inlineTokens(text).flatMap((token) => token.attrGet('href') ?? token.attrGet('src') ?? []);

/** The words that a reader sees, including those in tables and code, but without marks and addresses. */
export function wordsIn(text: string): string[] {
	const tokens = markdown.parse(text, {});
	const seen = tokens.flatMap(({ type, content, children }) => {
		if (type === 'fence') return [content];
		return (children ?? []).filter((child) => child.type !== 'image').map((child) => child.content);
	});
	return seen
		.join(' ')
		.split(/\s+/)
		.filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** The anchor that GitHub gives a heading (github.com/gjtorikian/html-pipeline, TableOfContentsFilter). */
const anchorOf = (heading: string): string =>
	heading
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
		.replaceAll(' ', '-');

/** All anchors of a document. GitHub numbers repeated ones. */
export function anchorsIn(text: string): Set<string> {
	const tokens = markdown.parse(text, {});
	const anchors = new Set<string>();
	const times = new Map<string, number>();
	for (const [index, { type }] of tokens.entries()) {
		if (type !== 'heading_open') continue;
		const heading = (tokens[index + 1]?.children ?? []).map(({ content }) => content).join('');
		const anchor = anchorOf(heading);
		const before = times.get(anchor) ?? 0;
		times.set(anchor, before + 1);
		anchors.add(before === 0 ? anchor : `${anchor}-${before}`);
	}
	return anchors;
}

const REPOSITORY = homepage.replace(/#.*$/, '');

/** The part of a link that leads into this project, or undefined if it leads to another place. */
function insideProject(target: string, from: string): string | undefined {
	if (target.startsWith(`${REPOSITORY}/blob/main/`)) return target.slice(`${REPOSITORY}/blob/main/`.length);
	if (target.startsWith(`${REPOSITORY}#`))
		return target === homepage ? 'README.md' : `README.md${target.slice(REPOSITORY.length)}`;
	if (/^[a-z]+:/i.test(target)) return undefined;
	return target.startsWith('#') ? `${from}${target}` : normalize(join(dirname(from), target));
}

/**
 * What is wrong with a link.
 *
 * @param from path of the document it stands in
 * @returns undefined for a link that leads somewhere, and for one that leaves the project
 */
export function brokenLink(target: string, from: string): string | undefined {
	const inside = insideProject(target, from);
	if (inside === undefined) return undefined;
	const [path = '', anchor] = decodeURIComponent(inside).split('#');
	if (!existsSync(join(PROJECT_FOLDER, path))) return `${from}: ${target} (there is no ${path})`;
	if (anchor === undefined || anchorsIn(readDocument(path)).has(anchor)) return undefined;
	return `${from}: ${target} (there is no heading for #${anchor})`;
}
