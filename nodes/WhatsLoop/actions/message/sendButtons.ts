import { headerFields, headerType, readHeader } from '../../fields/buttonHeader';
import { buttons, readButtons } from '../../fields/buttons';
import { footer, readFooter, readText, text } from '../../fields/messageFields';
import { options } from '../../fields/options';
import { readRecipient, recipient } from '../../fields/recipient';
import { defineOperation } from '../operation';

export const sendButtons = defineOperation({
	value: 'sendButtons',
	name: 'Send Buttons',
	action: 'Send buttons',
	description: 'Send a text with buttons to reply, open a web page or call',
	kind: 'send',
	fields: [recipient, text, buttons, ...headerFields, footer, options],
	labels: { header: headerType.displayName, hasLinkButtons: 'URL or call buttons' },
	readValues: (read) => {
		const list = readButtons(read);
		return {
			recipient: readRecipient(read),
			text: readText(read),
			buttons: list,
			hasLinkButtons: list.some(({ type }) => type !== 'reply'),
			...readHeader(read),
			footer: readFooter(read),
		};
	},
	words: (values) => ({ text: values.text }),
});
