/* global document, fetch */
/* global chatKey, create */
/* What the person with the phone does: write, send a file, read. Each of these fires the account's webhook. */

async function control(path, body) {
	const answer = await fetch(`/_sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
	const result = await answer.json();
	if (!answer.ok) throw new Error(result.error);
	return result;
}

const KIND_BY_MIME = { image: 'image', video: 'video', audio: 'audio' };

async function upload(file) {
	const answer = await fetch(`/_sandbox/uploads?name=${encodeURIComponent(file.name)}`, {
		method: 'POST',
		headers: { 'content-type': file.type || 'application/octet-stream' },
		body: file,
	});
	const { mediaUrl, mimeType } = await answer.json();
	return { kind: KIND_BY_MIME[mimeType.split('/')[0]] ?? 'document', mediaUrl, mimeType, fileName: file.name };
}

/** In a group somebody has to write: the page has no members to choose from. */
const MEMBER = '966501234567';

/** The name that the account sees beside the number; it may be empty. */
const senderName = () => document.getElementById('sender-name').value.trim() || undefined;

/** Who writes where, for an answer in the chat of these messages. */
function sideOf([{ accountId, chat }]) {
	return chat.endsWith('@g.us')
		? { account: accountId, group: chat, from: MEMBER, name: senderName() }
		: { account: accountId, from: chat.split('@')[0], name: senderName() };
}

function fillAccounts(accounts) {
	const select = document.querySelector('#new-chat select');
	select.replaceChildren(
		...accounts.map(({ id, title, phone }) => create('option', { value: id, textContent: `to ${title} (+${phone})` })),
	);
}

/** Where an action failed, the field says so. */
async function attempt(field, action) {
	try {
		field.setCustomValidity('');
		await action();
	} catch (error) {
		field.setCustomValidity(error.message);
		field.reportValidity();
	}
}

/** A button or row was tapped: its words go to the account, with its id and the message that it was under. */
function tap(element, message, selected) {
	void attempt(element, () => control('incoming', { ...sideOf([message]), selected, quotedMessageId: message.id }));
}

function listenToAnswers({ messagesOf, select }) {
	const text = document.getElementById('answer-text');
	const file = document.getElementById('file');

	document.getElementById('answer').addEventListener('submit', (event) => {
		event.preventDefault();
		const words = text.value;
		if (words.trim() === '') return;
		text.value = '';
		void attempt(text, () => control('incoming', { ...sideOf(messagesOf()), text: words }));
	});

	file.addEventListener('change', () => {
		const [chosen] = file.files;
		if (!chosen) return;
		const caption = text.value.trim() || undefined;
		text.value = '';
		void attempt(text, async () => {
			await control('incoming', { ...sideOf(messagesOf()), ...(await upload(chosen)), caption });
			file.value = '';
		});
	});

	document.getElementById('mark-read').addEventListener('click', () => {
		const messageIds = messagesOf()
			.filter(({ fromMe, ack }) => fromMe && ack !== 'read')
			.map(({ id }) => id);
		if (messageIds.length > 0) void attempt(text, () => control('ack', { messageIds, status: 'read' }));
	});

	document.getElementById('new-chat').addEventListener('submit', (event) => {
		event.preventDefault();
		const { from, account, text: words } = event.target.elements;
		void attempt(words, async () => {
			const message = await control('incoming', {
				from: from.value,
				name: senderName(),
				account: account.value,
				text: words.value,
			});
			words.value = '';
			select(chatKey(message));
		});
	});
}
