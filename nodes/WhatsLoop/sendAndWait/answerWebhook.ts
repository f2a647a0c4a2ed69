import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { plainText } from '../input/plainText';
import { approvalPage, brokenLinkPage, freeTextPage, PAGE_HEADERS, thanksPage } from './pages';
import { readQuestion, type Question } from './question';

/** What to show, and the output of the node where it is an answer. */
interface Reply {
	statusCode: number;
	page: string;
	answer?: IDataObject;
}

const show = (page: string, statusCode = 200): Reply => ({ statusCode, page });

/** The text that was entered. A request without a body, or with JSON that is no object, has none. */
const writtenIn = (body: unknown): string =>
	typeof body === 'object' && body !== null && 'text' in body ? plainText(body.text).trim() : '';

function replyToFreeText(question: Question, isPost: boolean, body: unknown): Reply {
	if (!isPost) return show(freeTextPage(question));
	const text = writtenIn(body);
	if (text === '') return show(freeTextPage(question, true), 422);
	return { ...show(thanksPage(question, text)), answer: { text } };
}

function replyToApproval(question: Question, isPost: boolean, query: IDataObject): Reply {
	const link = question.links.find(({ query: signed }) => signed.approved === query.approved);
	if (!link) return show(brokenLinkPage(question), 400);
	if (!isPost) return show(approvalPage(question, link));
	return { ...show(thanksPage(question, link.label, link.isDecline)), answer: { approved: query.approved === 'true' } };
}

/**
 * What a request to a link from the message gets. Opening it (GET) shows a page and decides nothing, because chat apps and
 * virus scanners open links by themselves; the button on the page (POST) decides.
 */
export function replyTo(question: Question, method: string, query: IDataObject, body: unknown): Reply {
	const isPost = method === 'POST';
	return question.isFreeText ? replyToFreeText(question, isPost, body) : replyToApproval(question, isPost, query);
}

/** What is used of n8n's request and response. Their types are Express's own, and this package does not depend on them. */
interface HttpExchange {
	getRequestObject: () => { method: string };
	getResponseObject: () => {
		status: (code: number) => { set: (headers: Record<string, string>) => { send: (body: string) => void } };
	};
}

/** Answers the links of a waiting execution. n8n has checked their signature before it comes here. */
export function answerWebhook(context: IWebhookFunctions): IWebhookResponseData {
	const question = readQuestion((name, fallback) => context.getNodeParameter(name, fallback as never));
	const exchange: HttpExchange = context;
	const { method } = exchange.getRequestObject();
	const { statusCode, page, answer } = replyTo(
		question,
		method,
		context.getQueryData() as IDataObject,
		context.getBodyData(),
	);

	exchange.getResponseObject().status(statusCode).set(PAGE_HEADERS).send(page);
	if (!answer) return { noWebhookResponse: true };
	// the shape of n8n's own nodes that wait
	const json = { data: { ...answer, respondedAt: new Date().toISOString() } };
	return { noWebhookResponse: true, workflowData: [[{ json }]] };
}
