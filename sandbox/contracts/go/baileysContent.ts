import type { MessageContent, MessageKind, StoredMessage } from '../../state/message';

type Builder = (content: MessageContent, message: StoredMessage) => Record<string, unknown>;

const media =
	(key: string, extra: Record<string, unknown> = {}): Builder =>
	({ mediaUrl, caption }) => ({ [key]: { url: mediaUrl, caption, ...extra } });

const textWith =
	(contextInfo: (content: MessageContent, message: StoredMessage) => Record<string, unknown>): Builder =>
	(content, message) => ({ extendedTextMessage: { text: content.text, contextInfo: contextInfo(content, message) } });

/** The `message` part of a Baileys record, one builder per kind. */
const BUILDERS: Record<MessageKind, Builder> = {
	text: (content, message) => {
		const { selected, quotedMessageId } = content;
		if (selected?.type === 'button') {
			return {
				buttonsResponseMessage: {
					selectedButtonId: selected.id,
					selectedDisplayText: selected.text,
					contextInfo: { stanzaId: quotedMessageId },
				},
			};
		}
		if (selected) {
			return {
				listResponseMessage: {
					title: selected.text,
					singleSelectReply: { selectedRowId: selected.id },
					contextInfo: { stanzaId: quotedMessageId },
				},
			};
		}
		if (content.quotedMessageId !== undefined) {
			return textWith(() => ({ stanzaId: content.quotedMessageId, participant: message.chat }))(content, message);
		}
		if (content.disappearAfterSeconds !== undefined) {
			return textWith(() => ({ expiration: content.disappearAfterSeconds }))(content, message);
		}
		return { conversation: content.text };
	},
	image: media('imageMessage'),
	video: media('videoMessage'),
	gif: media('videoMessage', { gifPlayback: true }),
	document: media('documentMessage'),
	audio: media('audioMessage'),
	voice: media('audioMessage', { ptt: true }),
	sticker: media('stickerMessage'),
	location: ({ location }) => ({
		locationMessage: { degreesLatitude: location?.latitude, degreesLongitude: location?.longitude },
	}),
	contact: ({ contact }) => ({
		contactMessage: {
			displayName: contact?.name ?? contact?.phone,
			vcard: [
				'BEGIN:VCARD',
				'VERSION:3.0',
				`FN:${contact?.name ?? contact?.phone}`,
				`TEL;waid=${contact?.phone}:+${contact?.phone}`,
				'END:VCARD',
			].join('\n'),
		},
	}),
	buttons: ({ text, caption, title, footer, buttons, mediaUrl, location }) => ({
		buttonsMessage: { contentText: text ?? caption, title, footerText: footer, buttons, mediaUrl, location },
	}),
	list: ({ title, text, footer, list }) => ({
		listMessage: { title, description: text, footerText: footer, ...list },
	}),
	reaction: ({ reaction }, message) => ({
		reactionMessage: { text: reaction?.emoji, key: { remoteJid: message.chat, id: reaction?.messageId } },
	}),
	mention: textWith(({ mentionedPhone }) => ({ mentionedJid: [`${mentionedPhone}@s.whatsapp.net`] })),
	catalog: ({ title, text, catalog }) => ({
		productMessage: { businessOwnerJid: `${catalog?.phone}@s.whatsapp.net`, title, body: text, ...catalog },
	}),
};

/** A stored message in the words of Baileys, whose record the documented success answer carries. */
export const baileysContent = (message: StoredMessage) => BUILDERS[message.kind](message.content, message);
