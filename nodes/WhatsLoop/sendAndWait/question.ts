import type { IDataObject } from 'n8n-workflow';
import type { Button } from '../input/buttons';
import { plainText } from '../input/plainText';
import { wordsFor, type Words } from './words';

/** Reads a node parameter, with a fallback if the user has not set it. */
export type GetParameter = (name: string, fallback: unknown) => unknown;

export interface Link {
	label: string;
	/** Part of the signed address, so that nobody can change it. */
	query: Record<string, string>;
	isDecline: boolean;
}

/** What is asked, and how it can be answered. The node reads it twice: to send the message, and to show the page. */
export interface Question {
	text: string;
	isFreeText: boolean;
	/** Whether the links come as buttons under the message. */
	hasButtons: boolean;
	links: Link[];
	formTitle: string;
	formDescription: string;
	formButtonLabel: string;
	/** Text of the page after the answer; undefined for the standard one. */
	thanksText: string | undefined;
	words: Words;
}

const said = (value: unknown): string | undefined => {
	const text = plainText(value).trim();
	return text === '' ? undefined : text;
};

/**
 * The text comes from Text. n8n's own variant of the node that asks before an agent uses a tool has a field `message`
 * for it.
 */
export function readQuestion(get: GetParameter): Question {
	const text = said(get('text', '')) ?? said(get('message', '')) ?? '';
	const options = (get('options', {}) ?? {}) as IDataObject;
	const { values } = (get('approvalOptions', {}) ?? {}) as { values?: IDataObject };
	const isFreeText = get('responseType', 'approval') === 'freeText';
	const words = wordsFor(text, options.pageLanguage);

	const approve = {
		label: said(values?.approveLabel) ?? words.approve,
		query: { approved: 'true' },
		isDecline: false,
	};
	const decline = {
		label: said(values?.disapproveLabel) ?? words.decline,
		query: { approved: 'false' },
		isDecline: true,
	};
	const respond = { label: said(options.messageButtonLabel) ?? words.respond, query: {}, isDecline: false };
	const approval = values?.approvalType === 'double' ? [approve, decline] : [approve];
	return {
		text,
		isFreeText,
		hasButtons: get('answerBy', 'links') === 'buttons',
		links: isFreeText ? [respond] : approval,
		formTitle: said(options.responseFormTitle) ?? '',
		formDescription: said(options.responseFormDescription) ?? text,
		formButtonLabel: said(options.responseFormButtonLabel) ?? words.submit,
		thanksText: said(options.thanksText),
		words,
	};
}

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
