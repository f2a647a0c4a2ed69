import type { INodeParameters } from 'n8n-workflow';

// The values of the rows. The sandbox knows these people, this group and this catalog.

export const PHONE = '966501234567';
export const OTHER_PHONE = '966507654321';
export const GROUP = '120363000000000001@g.us';
export const OWN_PHONE = '966500000001';

export const byPhone = { __rl: true, mode: 'phone', value: '+966 50 123 4567' };
export const byChatId = { __rl: true, mode: 'chatId', value: GROUP };
export const group = { __rl: true, mode: 'id', value: GROUP };

/** The message that other rows refer to. Tests against the sandbox put in the ID of the first message. */
export const MESSAGE_ID = 'BAE5F00D';

/** Where the media are. Tests against the sandbox put in its own address, from which it can fetch them. */
export const MEDIA_FOLDER = 'https://example.com/media/';
export const PICTURE_URL = `${MEDIA_FOLDER}sample.png`;
export const STICKER_URL = `${MEDIA_FOLDER}sample.webp`;

/** Where a waiting execution of the unit tests is reached. */
export const RESUME_URL = 'http://127.0.0.1:2/webhook-waiting/1/node';

/** Letters, digits and signs that are easily damaged on the way. */
export const TEXT = 'طلبك رقم ١٠٤٢ في الطريق إليك 🚚\nشكرًا "لك" \\ *مهم*';

export const toPerson = (parameters: INodeParameters = {}): INodeParameters => ({ recipient: byPhone, ...parameters });
