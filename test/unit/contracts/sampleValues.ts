import type { Values } from '../../../nodes/WhatsLoop/contracts/contract';

/** One value of each kind that operations read from the panel, as they give it to a contract. */
export const PHONE = '966501234567';
export const OTHER_PHONE = '966507654321';
export const GROUP = '120363041234567890@g.us';
export const URL = 'https://example.com/files/a.bin';

export const REPLY_BUTTON = { type: 'reply', text: 'Yes', id: '1' };
export const URL_BUTTON = { type: 'url', text: 'Shop', id: '2', url: 'https://example.com/' };
export const CALL_BUTTON = { type: 'call', text: 'Call', id: '3', phone: OTHER_PHONE };

export const SECTIONS = [
	{
		title: 'Monday',
		rows: [
			{ id: 'a', title: '9:00', description: 'Early' },
			{ id: 'b', title: '10:00' },
		],
	},
];

export const replyButtons = (more: Values = {}): Values => ({
	recipient: PHONE,
	text: 'Choose',
	buttons: [REPLY_BUTTON],
	hasLinkButtons: false,
	header: 'none',
	...more,
});

/** A reply button beside a URL button: provider code refuses it without `extra_data`. */
export const mixedButtons = (): Values => ({ ...linkButtons(), buttons: [REPLY_BUTTON, URL_BUTTON] });

export const linkButtons = (more: Values = {}): Values => ({
	...replyButtons(),
	buttons: [URL_BUTTON, CALL_BUTTON],
	hasLinkButtons: true,
	...more,
});
