import type { Values } from '../../../nodes/WhatsLoop/contracts/contract';
import type { EndpointUse } from './endpoints';

/** Stands for the ID of a message that was sent before. */
export const MESSAGE_ID = '{messageId}';

const REPLY = { type: 'reply', text: 'Yes', id: 'yes' };
const URL_BUTTON = { type: 'url', text: 'Open the shop', id: 'shop', url: 'https://example.com/shop' };
const CALL_BUTTON = { type: 'call', text: 'Call us', id: 'call', phone: '966507654321' };

/** A value for everything that a user can fill in. The persons, groups and products are ones that the sandbox knows. */
const VALUES: Values = {
	recipient: '966501234567',
	text: 'Your order 1042 is on its way',
	replyToMessageId: MESSAGE_ID,
	messageId: MESSAGE_ID,
	disappearAfter: 604_800,
	mediaUrl: 'https://example.com/files/order-1042.pdf',
	caption: 'Order 1042',
	latitude: 24.7136,
	longitude: 46.6753,
	contactPhone: '966507654321',
	contactName: 'Customer Service',
	mentionedPhone: '966507654321',
	catalogPhone: '966500000001',
	title: 'Delivery times',
	description: 'Choose one',
	buttonText: 'Show times',
	sections: [{ title: 'Tomorrow', rows: [{ id: '9', title: '9:00', description: 'Before work' }] }],
	footer: 'Your shop',
	emoji: '👍',
	headerText: 'Order 1042',
	headerUrl: 'https://example.com/files/shop.jpg',
	headerLatitude: 24.7136,
	headerLongitude: 46.6753,
	limit: 50,
	// a page begins with the newest message where these are left out
	cursorId: undefined,
	cursorFromMe: undefined,
	duration: 28_800,
	name: 'Sami Al-Harbi',
	group: '120363000000000001@g.us',
	participants: ['966507654321'],
	subject: 'Delivery team',
	picture: 'https://example.com/files/team.jpg',
	settings: 'announcement',
	inviteCode: 'SandboxInviteDelivery1',
	statusText: 'Open daily from 9 to 22',
	presence: 'available',
	markOnlineOnConnect: true,
	productId: '7000000000000001',
	price: 45,
	currency: 'SAR',
	isHidden: false,
	images: ['https://example.com/files/coffee.jpg'],
	orderId: '8000000000000001',
	orderToken: 'sandbox-order',
};

/** Addresses whose endings fit the kind of file. */
const FILES: Values = {
	image: 'https://example.com/files/shop.jpg',
	video: 'https://example.com/files/shop.mp4',
	gif: 'https://example.com/files/shop.mp4',
	audio: 'https://example.com/files/greeting.mp3',
	voice: 'https://example.com/files/greeting.ogg',
	sticker: 'https://example.com/files/shop.webp',
};

/** @throws Error for a value that has no example yet */
function exampleOf(name: string, { when = {}, path }: EndpointUse['variant']): unknown {
	if (name === 'mediaUrl') return FILES[String(when.mediaType)] ?? VALUES.mediaUrl;
	// more than one kind of button shows what each of them carries
	if (name === 'buttons') return path.endsWith('/template') ? [REPLY, URL_BUTTON, CALL_BUTTON] : [REPLY];
	if (!(name in VALUES)) throw new Error(`Add an example for "${name}" in scripts/docs/api/exampleValues.ts`);
	return VALUES[name];
}

/** What a user could fill in to make the node send this request. */
export function exampleValues({ variant }: EndpointUse): Values {
	const names = Object.values(variant.fields).map((source) => (typeof source === 'string' ? source : source.value));
	return { ...Object.fromEntries(names.map((name) => [name, exampleOf(name, variant)])), ...variant.when };
}
