/** The keys of an item of the trigger, in the order of the columns in n8n's table. */
export const TRIGGER_FIELDS = [
	'event',
	'phone',
	'message',
	'contact',
	'chatId',
	'isGroup',
	'fromMe',
	'ack',
	'timestamp',
	'eventType',
	'eventId',
	'channelId',
	'raw',
];
