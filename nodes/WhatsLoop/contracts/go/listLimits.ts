import type { Limit } from '../contract';

/** What `list/message` takes at most (evidence: sibling; its client states these numbers). */
export const listLimits: Record<string, Limit> = {
	text: { maxCharacters: 1024 },
	title: { maxCharacters: 60 },
	footer: { maxCharacters: 60 },
	sections: { maxEntries: 10 },
	'sections[].rows': { maxEntries: 10 },
	'sections[].rows[].title': { maxCharacters: 24 },
	'sections[].rows[].description': { maxCharacters: 72 },
};
