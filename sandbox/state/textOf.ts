import type { MessageContent } from './message';

/** The words of a message in one line, as a quote or a chat list shows them. */
export function textOf(content: MessageContent): string {
	return (
		content.text ??
		content.caption ??
		content.title ??
		content.contact?.name ??
		content.contact?.phone ??
		content.catalog?.description ??
		content.mentionedPhone ??
		content.reaction?.emoji ??
		(content.location ? `${content.location.latitude}, ${content.location.longitude}` : '')
	);
}
