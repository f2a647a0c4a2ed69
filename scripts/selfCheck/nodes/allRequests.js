// The requests, made by the package's own tables. {number} is the number that was filled in.
const REQUESTS = __REQUESTS__;
const ADDRESSES = __ADDRESSES__;

const settings = $('Your Number').first().json;
const number = String(settings.number ?? '').replace(/\D/g, '');
if (number.length < 8) throw new Error('Fill in your own number, with country code, in the node "Your Number".');

const api = String(settings.apiVersion ?? '').trim();
const own = String(settings.baseUrl ?? '').trim();
const baseUrl = (own || ADDRESSES[api] || '').replace(/\/+$/, '');
if (!baseUrl) throw new Error('"apiVersion" is one of ' + Object.keys(ADDRESSES).join(', ') + '.');

const requests = REQUESTS.filter((request) => request.api === api);
return [{ json: { api, baseUrl, requests: JSON.parse(JSON.stringify(requests).replaceAll('{number}', number)) } }];
