/* global document, keepAtEnd, messages, previewOf, tap */
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

const FORMAT_TAGS = { '*': 'b', _: 'i', '~': 's' };
/** An address, or words between two marks that touch them, as WhatsApp reads both. */
const FORMATTED =
	/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])|(?<![\p{L}\p{N}])([*_~])(?=\S)(.+?)(?<=\S)\2(?![\p{L}\p{N}])/gu;

/** Text with *bold*, _italic_ and ~struck~ words and with links, as elements. */
function richText(text) {
	const parts = [];
	let end = 0;
	for (const match of text.matchAll(FORMATTED)) {
		const [whole, address, mark, inner] = match;
		parts.push(text.slice(end, match.index));
		parts.push(address ? link(address, {}, address) : create(FORMAT_TAGS[mark], {}, ...richText(inner)));
		end = match.index + whole.length;
	}
	parts.push(text.slice(end));
	return parts;
}

const textBlock = (className, text) =>
	text ? create('div', { className, dir: 'auto' }, ...richText(text)) : undefined;

const isWebAddress = (url) => /^https?:\/\//i.test(url);

/** Opens in a tab of its own, when a person clicks it. */
const link = (href, properties, ...children) =>
	create('a', { ...properties, href, target: '_blank', rel: 'noreferrer' }, ...children);

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

/** A card for a file, a place or a person; one with an address opens it. */
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
	return url && isWebAddress(url)
		? link(url, { className: 'card' }, ...content)
		: create('div', { className: 'card' }, ...content);
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

/** A button under a message: a reply answers, a link opens, a number is shown. */
function choice(message, button) {
	const content = [icon(button.type), create('span', { dir: 'auto', textContent: button.text })];
	if (button.url && isWebAddress(button.url)) return link(button.url, { className: 'choice' }, ...content);
	if (button.type !== 'reply') return create('div', { className: 'choice', title: button.phone ?? '' }, ...content);
	const element = create('button', { className: 'choice', type: 'button' }, ...content);
	element.addEventListener('click', () =>
		tap(element, message, { id: button.id ?? button.text, text: button.text, type: 'button' }),
	);
	return element;
}

/** A row of a list; a tap on it answers. */
function listRow(message, { id, title, description }) {
	const row = create(
		'button',
		{ className: 'row', type: 'button', dir: 'auto' },
		title,
		create('small', { dir: 'auto', textContent: description ?? '' }),
	);
	row.addEventListener('click', () => tap(row, message, { id: id ?? title, text: title, type: 'row' }));
	return create('li', {}, row);
}

function listPart(message) {
	const { buttonText, sections } = message.content.list;
	const rows = sections.flatMap((section) => [
		section.title ? create('h3', { dir: 'auto', textContent: section.title }) : undefined,
		create('ul', {}, ...section.rows.map((row) => listRow(message, row))),
	]);
	return create(
		'details',
		{ className: 'list' },
		create('summary', {}, icon('list'), create('span', { dir: 'auto', textContent: buttonText })),
		...rows.filter(Boolean),
	);
}

/** The words of the message that is answered; its id where it is not known here. */
function quotedWords(id) {
	const quoted = messages.get(id);
	return quoted ? previewOf(quoted) : `Message ${id}`;
}

function bubbleParts(message) {
	const { content, quoted } = message;
	if (message.deleted) return [create('div', { className: 'deleted', textContent: 'This message was deleted' })];
	const parts = [
		quoted && textBlock('quote', quoted.text || KIND_NAMES[quoted.kind]),
		content.quotedMessageId && !quoted && textBlock('quote', quotedWords(content.quotedMessageId)),
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
		element.append(
			create('div', { className: 'choices' }, ...content.buttons.map((button) => choice(message, button))),
		);
	if (content.list && !deleted) element.append(create('div', { className: 'choices' }, listPart(message)));
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
