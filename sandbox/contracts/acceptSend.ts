import { fetchMedia } from '../media/fetchMedia';
import { chatIdOf, type MessageContent, type StoredMessage } from '../state/message';
import type { SandboxState } from '../state/sandboxState';
import { textOf } from '../state/textOf';
import type { Answer, Call } from './endpoint';

/** How a contract names and answers an accepted message. */
export interface SendForm {
	recipientField: string;
	newMessageId(): string;
	successBody(message: StoredMessage, state: SandboxState): unknown;
}

/**
 * Accepts a message: records it once, attaches it to what it reacts to or quotes, has its media fetched and answers.
 * Refuses with 422 while WhatsApp is disconnected, and for unreachable media when the settings say so.
 */
export async function acceptSend(call: Call, form: SendForm, content: MessageContent): Promise<Answer> {
	const { state, contract } = call;
	const { settings } = state;
	if (!settings.connected) return { statusCode: 422, body: contract.failureBody('WhatsApp is not connected') };

	const fetching = content.mediaUrl === undefined ? undefined : fetchMedia(content.mediaUrl);
	if (fetching && settings.failOnMediaError) {
		const { mediaFetch } = await fetching;
		if (mediaFetch.startsWith('failed')) {
			return { statusCode: 422, body: contract.failureBody('The media could not be fetched') };
		}
	}

	const message = newMessage(call, form, content);
	message.response = form.successBody(message, state);
	call.request.messageId = message.id;
	state.addMessage(message);
	if (content.reaction) attachReaction(call, content.reaction);

	if (fetching) {
		const recorded = fetching.then((fetched) => {
			Object.assign(message, fetched);
			state.touch(message);
		});
		await Promise.race([recorded, unreferencedDelay(settings.mediaWaitMs)]);
	}
	return { statusCode: settings.sendStatusCode, body: message.response };
}

function newMessage(call: Call, form: SendForm, content: MessageContent): StoredMessage {
	const { state, account, request, fields } = call;
	const now = new Date();
	const recipient = fields.text(form.recipientField);
	const quoted =
		content.quotedMessageId === undefined ? undefined : state.findMessage(account, content.quotedMessageId);
	return {
		id: form.newMessageId(),
		sequence: state.messages.length + 1,
		accountId: account.id,
		contract: account.contract,
		chat: chatIdOf(recipient),
		recipient,
		fromMe: true,
		kind: content.kind,
		content,
		endpoint: call.endpoint.path,
		requestId: request.id,
		body: request.body,
		rawBody: request.rawBody,
		timestamp: now.toISOString(),
		status: state.settings.sendStatus,
		response: undefined,
		reactions: [],
		deleted: false,
		...(quoted && { quoted: { id: quoted.id, kind: quoted.kind, text: textOf(quoted.content) } }),
		...(content.disappearAfterSeconds !== undefined && {
			expiresAt: new Date(now.getTime() + content.disappearAfterSeconds * 1000).toISOString(),
		}),
		...(content.mediaUrl !== undefined && { mediaFetch: 'pending', media: { url: content.mediaUrl } }),
	};
}

/** Each side has one reaction, the latest. An empty reaction takes it back, as in WhatsApp. */
function attachReaction({ state, account }: Call, { emoji, messageId }: { emoji: string; messageId: string }): void {
	const target = state.findMessage(account, messageId);
	if (!target) return;
	target.reactions = target.reactions.filter((reaction) => !reaction.fromMe);
	if (emoji !== '') target.reactions.push({ emoji, fromMe: true });
	state.touch(target);
}

/** Does not keep the process alive. */
const unreferencedDelay = (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms).unref());
