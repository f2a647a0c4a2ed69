// The requests of step __STEP__, with what earlier answers gave. One that needs more than that is left out.
const STEP = __STEP__;
const HAS_BODY = __HAS_BODY__;
const { baseUrl, requests } = $('All Requests').first().json;

/** The answer to an earlier request, or undefined. */
function answerTo(path) {
	for (let step = 1; step < STEP; step++) {
		const asked = $(`Requests ${step}`).all();
		const index = asked.findIndex(({ json }) => json.path === path);
		if (index < 0) continue;
		try {
			return JSON.parse($(`Ask ${step}`).all()[index].json.data);
		} catch {
			return undefined;
		}
	}
	return undefined;
}

const listIn = (answer) => (Array.isArray(answer?.data) ? answer.data : []);
const text = (...values) => values.find((value) => typeof value === 'string' && value !== '');

/** The first message went to the person's own number. */
function messageId() {
	const sent = answerTo(requests.find(({ isFirstText }) => isFirstText)?.path);
	return text(sent?.data?.key?.id, sent?.data?.message_id, sent?.data?.id, sent?.data);
}

function groupId() {
	const group = listIn(answerTo('group/list'))[0];
	return text(group?.id, group?.jid, group?.groupId, group);
}

function inviteCode() {
	const data = answerTo('invite/code')?.data;
	return text(data?.code, data?.inviteCode, data?.response, data);
}

function productId() {
	const data = answerTo('product')?.data;
	const product = (Array.isArray(data) ? data : (data?.products ?? []))[0];
	return text(product?.id, product?.productId);
}

const values = {
	'{messageId}': messageId(),
	'{groupId}': groupId(),
	'{inviteCode}': inviteCode(),
	'{productId}': productId(),
};

/** The address with its query, and the body as text. */
function ready(request) {
	const query = Object.entries(request.query ?? {}).map((pair) => pair.map(encodeURIComponent).join('='));
	const url = `${baseUrl}/${request.path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
	return { ...request, url, bodyText: JSON.stringify(request.body ?? {}) };
}

const filledIn = requests
	.filter(({ step }) => step === STEP)
	.map((request) => {
		const filled = Object.entries(values).reduce(
			(json, [name, value]) => (value === undefined ? json : json.replaceAll(name, value)),
			JSON.stringify(request),
		);
		return JSON.parse(filled);
	})
	.filter((request) => !/\{(messageId|groupId|inviteCode|productId)\}/.test(JSON.stringify(request)));

// Without any item the workflow would end here. This one keeps it going and is not reported.
const again = HAS_BODY
	? ready({ ...requests.find(({ isFirstText }) => isFirstText), isAgain: true })
	: { method: 'GET', url: baseUrl, isAgain: true };
const all = filledIn.length > 0 ? filledIn.map(ready) : [again];
return all.map((json) => ({ json }));
