import type { IExecuteFunctions } from 'n8n-workflow';
import { text } from '../../fields/messageFields';
import { readRecipient, recipient } from '../../fields/recipient';
import { InputError } from '../../input/InputError';
import { isLocalAddress, originOf } from '../../input/localAddress';
import type { ParameterReader } from '../../input/ParameterReader';
import { addExecutionHint } from '../../output/executionHint';
import { answerBy, approvalOptions, readQuestion, responseType, waitOptions } from '../../sendAndWait/question';
import { composeMessage, type QuestionMessage } from '../../sendAndWait/questionMessage';
import { checkWaitLimit, readWaitLimit, waitTill } from '../../sendAndWait/waitLimit';
import { defineOperation } from '../operation';

/** An execution waits once and goes on with one answer. Nothing would wait for the answers to further messages. */
function checkOneItem({ context }: ParameterReader): void {
	if (context.getInputData().length > 1) {
		throw new InputError(
			'"Send and Wait for Response" takes one item at a time. Nothing was sent.',
			'Put it into a Loop Over Items node with a batch size of 1: it then asks one after the other.',
		);
	}
}

function composeQuestion(read: ParameterReader): QuestionMessage {
	const { context } = read;
	const question = readQuestion((name, fallback) => read.raw({ name }, fallback));
	if (question.text === '') {
		throw new InputError(
			`"${text.displayName}" is empty`,
			'Fill in what you ask. An expression may have found nothing in this item.',
		);
	}
	if (typeof context.getSignedResumeUrl !== 'function') {
		throw new InputError(
			"This n8n can't sign links to a waiting execution. Nothing was sent.",
			'Update n8n to 1.107 or newer.',
		);
	}
	// n8n 2.8 checks signatures only where a node asks for it; 2.41 always does, and lacks the method
	context.setSignatureValidationRequired?.();
	return composeMessage(question, (query) => context.getSignedResumeUrl(query));
}

/** The recipient may be unable to open the links. The message has been sent by then. */
function warnOfLocalLinks(context: IExecuteFunctions): void {
	const url = context.getSignedResumeUrl();
	if (!isLocalAddress(url)) return;
	addExecutionHint(context, {
		message: `The links lead to ${originOf(url)}, which can't be opened from outside. Set WEBHOOK_URL to the public address of n8n.`,
		type: 'warning',
		location: 'outputPane',
	});
}

export const sendAndWait = defineOperation({
	value: 'sendAndWait',
	name: 'Send and Wait for Response',
	action: 'Send a message and wait for response',
	description:
		'Send a question with links to approve, decline or write an answer, and wait until the recipient has answered',
	kind: 'send',
	// not marked as required: n8n's variant that asks before an agent uses a tool fills in a field of its own instead
	fields: [
		recipient,
		{
			...text,
			required: false,
			placeholder: 'e.g. Shall we deliver tomorrow at 10?',
			description: 'What you ask. The node adds the links to answer by.',
			hint: 'The links or buttons for the answer follow the text. They lead to n8n, which must have a public https address.',
		},
		responseType,
		answerBy,
		approvalOptions,
		waitOptions,
	],
	labels: { buttons: `${answerBy.displayName} Buttons` },
	readValues: (read) => {
		checkOneItem(read);
		checkWaitLimit(readWaitLimit(read.context, read.itemIndex), Date.now());
		return { recipient: readRecipient(read), ...composeQuestion(read) };
	},
	afterSend: async (context, itemIndex) => {
		warnOfLocalLinks(context);
		// if the moment has passed meanwhile, the wait ends at once
		await context.putExecutionToWait(waitTill(readWaitLimit(context, itemIndex), Date.now()));
	},
	words: (values) => ({ text: values.text }),
});
