/* global document, fetch, setInterval */
/* global attempt, control, create */
/* What WhatsLoop's own dashboard offers for an account: where its events go, and what became of the last ones. */

const LAST_DELIVERIES = 5;
const REFRESH_MS = 2000;

const textField = (name, label, value, type = 'text') =>
	create('input', { name, type, value, placeholder: label, ariaLabel: label, autocomplete: 'off' });

/** The status that the receiver answered, or why there was none. */
function lastAnswer({ attempts }) {
	const last = attempts.at(-1);
	if (!last) return 'on its way';
	return last.statusCode === undefined ? last.error : `HTTP ${last.statusCode}`;
}

function deliveryLine(delivery) {
	const tries = delivery.attempts.length > 1 ? `, ${delivery.attempts.length} attempts` : '';
	return create('li', {
		className: `delivery ${delivery.state.replace(' ', '-')}`,
		textContent: `Event ${delivery.id}: ${delivery.state} (${lastAnswer(delivery)}${tries})`,
		title: delivery.body,
	});
}

function accountForm({ id, title }, webhook) {
	const url = textField('url', 'Webhook URL (Production URL of the trigger)', webhook?.url ?? '', 'url');
	const secret = textField('secret', 'Webhook secret (optional)', webhook?.secret ?? '');
	url.required = true;
	const form = create(
		'form',
		{ className: 'webhook' },
		create('b', { textContent: title }),
		url,
		secret,
		create('button', { type: 'submit', textContent: 'Save' }),
		create('ol', { className: 'deliveries', ariaLabel: `Last events of ${title}` }),
	);
	form.dataset.account = id;
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		// an empty secret is none: events then go out unsigned
		const body = { account: id, url: url.value.trim(), ...(secret.value !== '' && { secret: secret.value }) };
		void attempt(url, () => control('webhook', body));
	});
	return form;
}

/** Forms are made once for each list of accounts, so that nothing typed is lost when deliveries come in. */
async function fillDashboard(accounts) {
	const { webhooks } = await (await fetch('/_sandbox/state')).json();
	document.getElementById('webhooks').replaceChildren(
		...accounts.map((account) =>
			accountForm(
				account,
				webhooks.find((webhook) => webhook.account === account.id),
			),
		),
	);
	await refreshDeliveries();
}

async function refreshDeliveries() {
	if (!document.getElementById('dashboard').open) return;
	const deliveries = await (await fetch('/_sandbox/deliveries')).json();
	for (const form of document.querySelectorAll('#webhooks form')) {
		const own = deliveries.filter(({ accountId }) => accountId === form.dataset.account).slice(-LAST_DELIVERIES);
		const lines = own.reverse().map(deliveryLine);
		if (lines.length === 0) lines.push(create('li', { textContent: 'No event has gone out yet' }));
		form.querySelector('ol').replaceChildren(...lines);
	}
}

/** A sandbox that is down is shown by the line at the top of the page; here it is only asked again. */
const refreshQuietly = () => void refreshDeliveries().catch(() => undefined);

function listenToDashboard() {
	document.getElementById('dashboard').addEventListener('toggle', refreshQuietly);
	setInterval(refreshQuietly, REFRESH_MS);
}
