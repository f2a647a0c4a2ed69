/* global document, window, location, EventSource, requestAnimationFrame, setInterval */
/* global create, chatKey, chatName, dayOf, fillAvatar, KIND_NAMES, messageElement, timeOf */
/* global fillAccounts, fillDashboard, listenToAnswers, listenToDashboard */
/* The chats, and what keeps them up to date. */

const messages = new Map();
const elements = new Map();
const lastSeen = new Map();
let accounts = [];
let selectedChat;
let isRenderPending = false;
let followsEnd = true;
let knownHeight = 0;

const byId = (id) => document.getElementById(id);

/** A reaction is seen on its message; only one whose message is unknown stands alone. */
const isShown = ({ content }) => !content.reaction || !messages.has(content.reaction.messageId);

function chatsByLatest() {
	const chats = new Map();
	for (const message of messages.values()) {
		const key = chatKey(message);
		const chat = chats.get(key) ?? { key, messages: [] };
		chat.messages.push(message);
		chats.delete(key);
		chats.set(key, chat);
	}
	return [...chats.values()].reverse();
}

function previewOf({ content, kind, deleted }) {
	if (deleted) return 'Deleted';
	if (content.reaction) return `Reacted ${content.reaction.emoji}`;
	return content.text ?? content.caption ?? content.contact?.name ?? content.title ?? KIND_NAMES[kind];
}

function chatEntry({ key, messages: chatMessages }) {
	const last = chatMessages.at(-1);
	const unread = chatMessages.filter(({ sequence }) => sequence > (lastSeen.get(key) ?? 0)).length;
	const avatar = create('span', { className: 'avatar' });
	fillAvatar(avatar, last);
	const entry = create(
		'button',
		{ className: 'chat-entry', type: 'button' },
		avatar,
		create('bdi', { className: 'name', dir: 'ltr', textContent: chatName(last) }),
		create('time', { textContent: timeOf(last.timestamp) }),
		create('span', { className: 'last', dir: 'auto', textContent: previewOf(last) }),
		create('span', { className: 'unread', textContent: unread > 0 ? String(unread) : '' }),
	);
	if (key === selectedChat) entry.setAttribute('aria-current', 'true');
	entry.addEventListener('click', () => select(key));
	return entry;
}

function select(key) {
	selectedChat = key;
	followsEnd = true;
	document.body.classList.add('in-chat');
	render();
}

/** Stays with the latest message unless the reader has scrolled away from it. */
function keepAtEnd() {
	const list = byId('messages');
	if (followsEnd) list.scrollTop = list.scrollHeight;
	knownHeight = list.scrollHeight;
}

function noticeScroll() {
	const list = byId('messages');
	// A picture that has just loaded moves the end away; that is not the reader's doing.
	if (list.scrollHeight === knownHeight) followsEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
}

function renderChat(chatMessages) {
	const first = chatMessages[0];
	byId('chat-name').textContent = chatName(first);
	const account = accounts.find(({ id }) => id === first.accountId);
	byId('chat-from').textContent = `receives from ${account?.title ?? first.accountId}`;
	fillAvatar(byId('chat-avatar'), first);
	let day = '';
	const rows = [];
	for (const message of chatMessages.filter(isShown)) {
		if (dayOf(message.timestamp) !== day) {
			day = dayOf(message.timestamp);
			rows.push(create('li', { className: 'day', textContent: day }));
		}
		if (!elements.has(message.id)) {
			elements.set(message.id, messageElement(message, message.sequence > (lastSeen.get(selectedChat) ?? 0)));
		}
		rows.push(elements.get(message.id));
	}
	byId('messages').replaceChildren(...rows);
	lastSeen.set(selectedChat, chatMessages.at(-1).sequence);
}

function renderEmpty() {
	byId('accounts').replaceChildren(
		...accounts.map(({ title, prefix, token }) => {
			const base = `${location.origin}${prefix}`;
			return create(
				'div',
				{ className: 'account' },
				create('dt', { textContent: `API Version: ${title}` }),
				create('dd', { textContent: base }),
				create('dd', { textContent: token }),
			);
		}),
	);
	const [first] = accounts;
	byId('example').textContent =
		`curl ${location.origin}/api/v1/message/send \\\n  -H 'Authorization: Bearer ${first?.token}' \\\n  -d '{"phone":"966500000000","body":"مرحبا"}'`;
}

function render() {
	isRenderPending = false;
	const chats = chatsByLatest();
	if (!chats.some(({ key }) => key === selectedChat)) selectedChat = chats[0]?.key;
	const current = chats.find(({ key }) => key === selectedChat);
	byId('chat').hidden = !current;
	byId('empty').hidden = Boolean(current);
	document.body.classList.toggle('no-chats', !current);
	if (current) renderChat(current.messages);
	else renderEmpty();
	byId('chats').replaceChildren(...chats.map(chatEntry));
	keepAtEnd();
}

/** A burst of messages is drawn once. */
function renderSoon() {
	if (isRenderPending) return;
	isRenderPending = true;
	requestAnimationFrame(render);
}

function store(message) {
	messages.set(message.id, message);
	elements.delete(message.id);
	renderSoon();
}

function connect() {
	const events = new EventSource('/_sandbox/events');
	const on = (name, handle) => events.addEventListener(name, ({ data }) => handle(JSON.parse(data)));
	on('snapshot', (snapshot) => {
		accounts = snapshot.accounts;
		fillAccounts(accounts);
		void fillDashboard(accounts).catch(() => undefined);
		messages.clear();
		elements.clear();
		lastSeen.clear();
		for (const message of snapshot.messages) {
			messages.set(message.id, message);
			lastSeen.set(chatKey(message), message.sequence);
		}
		renderSoon();
	});
	on('message', store);
	on('update', (message) => messages.has(message.id) && store(message));
	events.addEventListener('open', () => showConnection('Live', true));
	events.addEventListener('error', () => showConnection('The sandbox does not answer; trying again…', false));
}

function showConnection(text, isLive) {
	byId('connection').textContent = text;
	byId('connection').classList.toggle('live', isLive);
}

function tick() {
	byId('clock').textContent = timeOf(new Date().toISOString());
}

byId('back').addEventListener('click', () => document.body.classList.remove('in-chat'));
window.addEventListener('resize', keepAtEnd);
byId('messages').addEventListener('scroll', noticeScroll);
setInterval(tick, 1000);
listenToAnswers({
	messagesOf: () => [...messages.values()].filter((message) => chatKey(message) === selectedChat),
	select,
});
listenToDashboard();
tick();
connect();
