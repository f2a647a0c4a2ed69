/** Names of values as the user sees them in the panel, for error messages. */
const LABELS: Record<string, string> = {
	buttonText: 'Button Text',
	caption: 'Caption',
	description: 'Description',
	disappearAfter: 'Disappear After (Seconds)',
	footer: 'Footer',
	hasLinkButtons: 'URL or call buttons',
	header: 'Header',
	headerText: 'Header Text',
	mediaType: 'Media Type',
	recipient: 'Recipient',
	replyToMessageId: 'Reply to Message ID',
	rows: 'Rows',
	sections: 'Sections',
	text: 'Text',
	title: 'Title',
};

export const labelOf = (valueName: string): string => LABELS[valueName] ?? valueName;
