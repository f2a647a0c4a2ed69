import { messageType } from '../../../../../nodes/WhatsLoop/trigger/normalise/records/messageTypes';

test.each<[string, string[]]>([
	[
		'text',
		[
			'text',
			'Text-Message',
			'chat',
			'conversation',
			'extendedTextMessage',
			'disappearing',
			'forward',
			'mention',
			'reply',
		],
	],
	['image', ['image', 'imageMessage', 'photo', 'picture']],
	['video', ['video', 'videoMessage']],
	['gif', ['gif', 'gif_message']],
	['audio', ['audio', 'audioMessage']],
	['voice', ['voice', 'Voice.Message', 'ptt', 'voice_note']],
	['document', ['document', 'documentMessage', 'file']],
	['sticker', ['sticker', 'stickerMessage']],
	['location', ['location', 'locationMessage', 'liveLocation']],
	['contact', ['contact', 'contactMessage', 'vcard', 'multi_vcard', 'contacts', 'contact_card']],
	[
		'button',
		[
			'button',
			'button message',
			'buttons_response',
			'button_reply',
			'buttonResponse',
			'templateButtonReplyMessage',
			'quick_reply',
		],
	],
	['buttons', ['buttons', 'buttonsMessage', 'template']],
	['list', ['list', 'listMessage', 'list_response', 'list_reply']],
	['reaction', ['reaction', 'reactionMessage']],
	['edited', ['edited', 'edited-message', 'edit', 'message_edit']],
	['deleted', ['deleted', 'deleted-message', 'revoked', 'revoke', 'delete']],
	['poll', ['poll', 'pollMessage', 'pollCreationMessage']],
	['product', ['product', 'productMessage']],
	['order', ['order', 'orderMessage']],
])('messages of the type %s are known by all of their names', (type, names) => {
	expect(names.map((name) => [name, messageType(name)])).toEqual(names.map((name) => [name, type]));
});

test.each([
	['Call_Log', 'call_log'],
	['constructor', 'constructor'],
	['message_image', 'message_image'],
])('the unknown name %s is only put in lower case', (name, type) => {
	expect(messageType(name)).toBe(type);
});

test('a text of more than 64 characters is no name, and stays as it is', () => {
	expect(messageType('A'.repeat(64))).toBe('a'.repeat(64));
	expect(messageType('A'.repeat(65))).toBe('A'.repeat(65));
});
