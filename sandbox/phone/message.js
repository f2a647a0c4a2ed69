/* global document, keepAtEnd */
/* What one message looks like. */

const KIND_NAMES = {
	image: 'Picture',
	video: 'Video',
	gif: 'GIF',
	document: 'Document',
	audio: 'Audio',
	voice: 'Voice message',
	sticker: 'Sticker',
	location: 'Location',
	contact: 'Contact',
	buttons: 'Buttons',
	list: 'List',
	catalog: 'Catalog',
};
const MEDIA_ICONS = {
	image: 'image',
	sticker: 'image',
	video: 'video',
	gif: 'video',
	document: 'document',
	audio: 'audio',
	voice: 'voice',
};
const FETCHED_BY_BROWSER = new Set(['image', 'sticker']);

/** Messages whose request is shown. */
const openDetails = new Set();

/** An element from its tag, properties and children; texts never become markup. */
function create(tag, properties = {}, ...children) {
	const element = Object.assign(document.createElement(tag), properties);
	element.append(...children.filter((child) => child !== undefined && child !== ''));
	return element;
}

function icon(name) {
	const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
	use.setAttribute('href', `#icon-${name}`);
	svg.setAttribute('class', 'icon');
	svg.setAttribute('aria-hidden', 'true');
	svg.append(use);
	return svg;
}

const textBlock = (className, text) =>
	text ? create('div', { className, dir: 'auto', textContent: text }) : undefined;

const isLoopback = (url) => /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\])(:\d+)?(\/|$)/i.test(url);
const timeOf = (iso) => new Date(iso).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
const dayOf = (iso) => new Date(iso).toLocaleDateString([], { weekday: 'long', day: 'numeric', month: 'long' });
const chatKey = ({ accountId, chat }) => `${accountId} ${chat}`;

function chatName({ chat }) {
	const [number, host] = chat.split('@');
	if (host === 'g.us') return `Group ${number.length > 12 ? `…${number.slice(-8)}` : number}`;
	return `+${number.replace(/^(\d{3})(\d{2})(\d{3})(\d{4})$/, '$1 $2 $3 $4')}`;
}

function fillAvatar(element, { chat }) {
	const isGroup = chat.endsWith('@g.us');
	element.style.setProperty(
		'--hue',
		[...chat].reduce((hue, character) => (hue * 31 + character.charCodeAt(0)) % 360, 7),
	);
	element.replaceChildren(isGroup ? icon('group') : chat.split('@')[0].slice(-2));
}

/** Where a card leads: nowhere outside this machine. */
function card(iconName, title, subtitle, url) {
	const content = [
		icon(iconName),
		create(
			'div',
			{},
			create('b', { dir: 'auto', textContent: title }),
			create('small', { dir: 'auto', textContent: subtitle ?? '' }),
		),
	];
	if (!url || !isLoopback(url)) return create('div', { className: 'card' }, ...content);
	return create('a', { className: 'card', href: url, target: '_blank', rel: 'noreferrer' }, ...content);
}

const sizeOf = (bytes) =>
	bytes < 1024
		? `${bytes} bytes`
		: bytes < 1048576
			? `${Math.round(bytes / 1024)} kB`
			: `${(bytes / 1048576).toFixed(1)} MB`;

function mediaCard(message, kind) {
	const { mediaUrl } = message.content;
	const name = decodeURIComponent(new URL(mediaUrl).pathname.split('/').pop() || new URL(mediaUrl).host);
	const byteLength = message.media?.byteLength;
	const outcome =
		{ pending: 'being fetched', fetched: byteLength === undefined ? '' : sizeOf(byteLength) }[message.mediaFetch] ??
		message.mediaFetch;
	return card(MEDIA_ICONS[kind], name, [KIND_NAMES[kind], outcome].filter(Boolean).join(' · '), mediaUrl);
}

function mediaPart(message) {
	const { mediaUrl, mediaKind } = message.content;
	if (!mediaUrl) return undefined;
	const kind = mediaKind ?? message.kind;
	if (!FETCHED_BY_BROWSER.has(kind) || !isLoopback(mediaUrl)) return mediaCard(message, kind);
	const picture = create('img', { className: 'picture', src: mediaUrl, alt: KIND_NAMES[kind] });
	picture.addEventListener('load', keepAtEnd);
	picture.addEventListener('error', () => picture.replaceWith(mediaCard(message, kind)));
	return picture;
}

const coordinates = ({ latitude, longitude }) => `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;

function choice(button) {
	const content = [icon(button.type), create('span', { dir: 'auto', textContent: button.text })];
	if (button.url && isLoopback(button.url)) {
		return create('a', { className: 'choice', href: button.url, target: '_blank', rel: 'noreferrer' }, ...content);
	}
	return create('div', { className: 'choice', title: button.url ?? button.phone ?? button.id ?? '' }, ...content);
}

function listPart({ buttonText, sections }) {
	const rows = sections.flatMap((section) => [
		section.title ? create('h3', { dir: 'auto', textContent: section.title }) : undefined,
		create(
			'ul',
			{},
			...section.rows.map((row) =>
				create(
					'li',
					{ dir: 'auto', title: row.id },
					row.title,
					create('small', { dir: 'auto', textContent: row.description ?? '' }),
				),
			),
		),
	]);
	return create(
		'details',
		{ className: 'list' },
		create('summary', {}, icon('list'), create('span', { dir: 'auto', textContent: buttonText })),
		...rows.filter(Boolean),
	);
}

function bubbleParts(message) {
	const { content, quoted } = message;
	if (message.deleted) return [create('div', { className: 'deleted', textContent: 'This message was deleted' })];
	const parts = [
		quoted && textBlock('quote', quoted.text || KIND_NAMES[quoted.kind]),
		content.quotedMessageId && !quoted && textBlock('quote', `Message ${content.quotedMessageId}`),
		mediaPart(message),
		content.location && create('div', { className: 'map' }, icon('pin')),
		content.location && textBlock('text', coordinates(content.location)),
		content.contact &&
			card(
				'person',
				content.contact.name ?? `+${content.contact.phone}`,
				content.contact.name ? `+${content.contact.phone}` : content.contact.description,
			),
		content.catalog && card('bag', content.title ?? 'Catalog', `+${content.catalog.phone}`),
		content.reaction &&
			textBlock('text', `Reacted ${content.reaction.emoji || 'with nothing'} to message ${content.reaction.messageId}`),
		content.catalog ? undefined : textBlock('title', content.title),
		textBlock(content.mentionedPhone ? 'text mention' : 'text', content.text),
		textBlock('text', content.caption),
		content.catalog && textBlock('footer', content.catalog.description),
		textBlock('footer', content.footer),
	];
	return parts.filter(Boolean);
}

/** The time; a click on it shows what arrived. */
function metaParts(message) {
	const details = create('div', { className: 'details', hidden: !openDetails.has(message.id) });
	const lines = [
		`${message.accountId} · ${message.endpoint}`,
		message.id,
		message.media && `media ${message.mediaFetch}`,
		message.media?.sha256 && `sha256 ${message.media.sha256}`,
		message.rawBody,
	];
	details.append(...lines.filter(Boolean).map((line) => create('div', { textContent: line })));
	const meta = create('button', { className: 'meta', type: 'button', title: 'Show the request' });
	if (message.expiresAt) meta.append(icon('timer'));
	const expiry = message.expiresAt && `until ${new Date(message.expiresAt).toLocaleDateString()}`;
	meta.append(
		[message.status === 'PENDING' && 'pending', message.ack, expiry, timeOf(message.timestamp)]
			.filter(Boolean)
			.join(' · '),
	);
	meta.setAttribute('aria-expanded', String(!details.hidden));
	meta.addEventListener('click', () => {
		details.hidden = !details.hidden;
		openDetails[details.hidden ? 'delete' : 'add'](message.id);
		meta.setAttribute('aria-expanded', String(!details.hidden));
	});
	return [meta, details];
}

function messageElement(message, isFresh) {
	const { content, deleted } = message;
	const element = create('li', { className: `message kind-${message.kind}` });
	element.append(create('div', { className: 'bubble' }, ...bubbleParts(message), ...metaParts(message)));
	if (content.buttons && !deleted)
		element.append(create('div', { className: 'choices' }, ...content.buttons.map(choice)));
	if (content.list && !deleted) element.append(create('div', { className: 'choices' }, listPart(content.list)));
	if (message.reactions.length > 0) {
		element.classList.add('reacted');
		element.append(
			create('div', { className: 'reactions', textContent: message.reactions.map(({ emoji }) => emoji).join(' ') }),
		);
	}
	// What the account sent arrives here: the phone is the other person's.
	element.classList.toggle('own', !message.fromMe);
	element.classList.toggle('fresh', isFresh);
	return element;
}
