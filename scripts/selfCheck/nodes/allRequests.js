// The requests, made by the package's own tables. {number} is the number that was filled in.
const REQUESTS = __REQUESTS__;
// The first API is the one that has every request. Each other one refuses "Which API" and names itself.
const APIS = __APIS__;

const settings = $('Your Number').first().json;
const number = String(settings.number ?? '').replace(/\D/g, '');
if (number.length < 8) throw new Error('Fill in your own number, with country code, in the node "Your Number".');

const refusal = String($('Which API').first().json.error ?? '');
const api = APIS.find(({ name }) => refusal.includes(`not available on ${name}.`)) ?? APIS[0];
const baseUrl = (String(settings.baseUrl ?? '').trim() || api.baseUrl).replace(/\/+$/, '');

const requests = REQUESTS.filter((request) => request.api === api.id);
return [
	{ json: { api: api.id, baseUrl, requests: JSON.parse(JSON.stringify(requests).replaceAll('{number}', number)) } },
];
