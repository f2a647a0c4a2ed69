import { engineFields } from '../../../../../nodes/WhatsLoop/trigger/normalise/records/engineFields';
import { flatMessage } from '../../../../../nodes/WhatsLoop/trigger/normalise/records/flatMessage';
import { recordWith, rowsOf } from '../recordWith';

const read = (record: Record<string, never>) => flatMessage(record, engineFields);

test.each(
	rowsOf({
		id: ['id', 'messageId', 'message_id'],
		type: ['type', 'messageType'],
		text: [
			'body',
			'body.text',
			'body.selectedButtonText',
			'body.reaction',
			'body.content',
			'body.description',
			'body.title',
			'text',
			'content',
			'message',
			'caption',
			'metadata.caption',
		],
		quotedMessageId: [
			'quotedMessageId',
			'quotedMsgId',
			'body.quotedMsgId',
			'body.quotedMessage.id',
			'metadata.quotedMessageId',
			'metadata.quotedMsgId',
		],
	}),
)('the %s of a message is read from %s', (field, path) => {
	expect(read(recordWith(path, 'value')).message).toHaveProperty(field, 'value');
});

test.each(
	rowsOf({
		mediaUrl: ['mediaUrl', 'media_url', 'fileUrl', 'file_url', 'url', 'metadata.url', 'metadata.mediaUrl', 'body'],
		mimeType: ['mimetype', 'mimeType', 'mime_type', 'metadata.mimetype', 'metadata.mimeType'],
		fileName: ['fileName', 'filename', 'file_name', 'metadata.fileName', 'metadata.filename'],
	}),
)('the %s of a file is read from %s', (field, path) => {
	const value = 'https://files.example.com/1';
	expect(read(recordWith(path, value, { type: 'image' })).message).toHaveProperty(field, value);
});

test.each(
	rowsOf({
		reaction: [
			'targetMessageId',
			'body.message.id',
			'metadata.messageId',
			'metadata.targetMessageId',
			'reaction.messageId',
			'quotedMessageId',
			'quotedMsgId',
			'metadata.quotedMessageId',
		],
	}),
)('the message of a %s is read from %s', (type, path) => {
	expect(read(recordWith(path, 'value', { type })).message?.targetMessageId).toBe('value');
});

test.each(
	rowsOf({
		button: [
			'selectedId',
			'selectedButtonId',
			'selectedRowId',
			'body.selectedButtonID',
			'body.selectedButtonId',
			'body.selectedRowId',
			'metadata.selectedId',
			'metadata.selectedButtonID',
			'metadata.selectedButtonId',
			'metadata.selectedRowId',
			'metadata.buttonId',
			'metadata.rowId',
		],
	}),
)('the id of a tapped %s is read from %s', (type, path) => {
	expect(read(recordWith(path, 'value', { type })).message?.selectedId).toBe('value');
});

test.each([
	'latitude',
	'lat',
	'body.latitude',
	'location.latitude',
	'location.lat',
	'metadata.latitude',
	'metadata.lat',
])('the latitude of a place is read from %s', (path) => {
	const { message } = read(recordWith(path, 24.5, { type: 'location', longitude: 46.5 }));
	expect(message?.location).toMatchObject({ latitude: 24.5, longitude: 46.5 });
});

test.each([
	'longitude',
	'lng',
	'body.longitude',
	'location.longitude',
	'location.lng',
	'metadata.longitude',
	'metadata.lng',
])('the longitude of a place is read from %s', (path) => {
	const { message } = read(recordWith(path, 46.5, { type: 'location', latitude: 24.5 }));
	expect(message?.location).toMatchObject({ latitude: 24.5, longitude: 46.5 });
});

test.each(
	rowsOf({
		phone: ['body.phone', 'metadata.phone'],
		name: ['body.name', 'metadata.name'],
	}),
)('the %s of a contact is read from %s', (field, path) => {
	const { message } = read(recordWith(path, '966509999999', { type: 'contact' }));
	expect(message?.contacts).toMatchObject([{ [field]: '966509999999' }]);
});

test.each(['chatId', 'chat_id', 'remoteJid'])('the chat is read from %s', (path) => {
	expect(read(recordWith(path, '1203@g.us')).chatId).toBe('1203@g.us');
});

test.each(['author', 'senderId', 'sender.id', 'participant', 'from', 'phone', 'sender'])(
	'the person is read from %s',
	(path) => {
		expect(read(recordWith(path, '966501234567@c.us')).contact?.id).toBe('966501234567@c.us');
	},
);

test.each(['senderName', 'pushName', 'sender.name', 'notifyName'])('the name of the person is read from %s', (path) => {
	expect(read(recordWith(path, 'Sara')).contact?.name).toBe('Sara');
});

test.each(['fromMe', 'from_me'])('whether the account wrote it is read from %s', (path) => {
	expect(read(recordWith(path, true)).fromMe).toBe(true);
});

test.each(['time', 'timestamp', 'messageTimestamp'])('the time is read from %s', (path) => {
	expect(read(recordWith(path, 1787429683)).timestamp).toBe('2026-08-22T20:14:43.000Z');
});
