import type { IDataObject } from 'n8n-workflow';
import { plainText } from '../input/plainText';

/** Gives a node parameter, with what stands in for it where the user has not set it. */
export type GetParameter = (name: string, fallback: unknown) => unknown;

export interface Link {
	label: string;
	/** Put into the address and signed with it, so that it can't be changed on the way. */
	query: Record<string, string>;
}

/** What is asked, and how it can be answered. The node reads it twice: to send the message, and to show the page. */
export interface Question {
	text: string;
	isFreeText: boolean;
	links: Link[];
	formTitle: string;
	formDescription: string;
	formButtonLabel: string;
}

const said = (value: unknown): string | undefined => {
	const text = plainText(value).trim();
	return text === '' ? undefined : text;
};

/**
 * The text comes from Text; n8n's own variant of the node that asks before an agent uses a tool has a field `message`
 * for it.
 */
export function readQuestion(get: GetParameter): Question {
	const text = said(get('text', '')) ?? said(get('message', '')) ?? '';
	const options = (get('options', {}) ?? {}) as IDataObject;
	const { values } = (get('approvalOptions', {}) ?? {}) as { values?: IDataObject };
	const isFreeText = get('responseType', 'approval') === 'freeText';

	const approve = { label: said(values?.approveLabel) ?? 'Approve', query: { approved: 'true' } };
	const decline = { label: said(values?.disapproveLabel) ?? 'Decline', query: { approved: 'false' } };
	const respond = { label: said(options.messageButtonLabel) ?? 'Respond', query: {} };
	const approval = values?.approvalType === 'double' ? [approve, decline] : [approve];
	return {
		text,
		isFreeText,
		links: isFreeText ? [respond] : approval,
		formTitle: said(options.responseFormTitle) ?? '',
		formDescription: said(options.responseFormDescription) ?? text,
		formButtonLabel: said(options.responseFormButtonLabel) ?? 'Submit',
	};
}

/** The message: the text, then each link under its label. */
export const composeMessage = (question: Question, urlOf: (query: Record<string, string>) => string): string =>
	[question.text, ...question.links.map(({ label, query }) => `*${label}*\n${urlOf(query)}`)].join('\n\n');
