import type { Button } from '../input/buttons';
import type { Question } from './question';

/** What is sent. */
export interface QuestionMessage {
	text: string;
	buttons?: Button[];
	/** The provider's older code refuses buttons without a footer. */
	footer?: string;
}

/** The message: the text with its links as buttons, or with each link under its label. */
export function composeMessage(
	{ text, links, hasButtons, words }: Question,
	urlOf: (query: Record<string, string>) => string,
): QuestionMessage {
	if (hasButtons) {
		const buttons = links.map(({ label, query }, index): Button => {
			return { type: 'url', text: label, id: String(index + 1), url: urlOf(query) };
		});
		return { text, buttons, footer: words.tapToAnswer };
	}
	return { text: [text, ...links.map(({ label, query }) => `*${label}*\n${urlOf(query)}`)].join('\n\n') };
}
