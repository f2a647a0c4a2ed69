import { contractOf } from '../../../sandbox/contracts';
import type { Example, ExampleRequest } from './examples';
import { evidenceLine } from './knownWords';
import type { ApiMaterial } from './material';

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

const json = (value: unknown) => JSON.stringify(value, null, 2);

function postmanUrl({ path, query = {} }: ExampleRequest) {
	const pairs = Object.entries(query).map(([key, value]) => ({ key, value: `${value as string | number}` }));
	const search = pairs.map(({ key, value }) => `${key}=${encodeURIComponent(value)}`).join('&');
	return {
		raw: `{{baseUrl}}/${path}${search === '' ? '' : `?${search}`}`,
		host: ['{{baseUrl}}'],
		path: path.split('/'),
		...(pairs.length > 0 && { query: pairs }),
	};
}

const postmanRequest = (request: ExampleRequest, description: string) => ({
	method: request.method,
	header: request.body ? [{ key: 'Content-Type', value: 'application/json' }] : [],
	...(request.body && { body: { mode: 'raw', raw: json(request.body), options: { raw: { language: 'json' } } } }),
	url: postmanUrl(request),
	description,
});

function item({ endpoint, use, title, request, answer }: Example) {
	const description = [endpoint.description, evidenceLine(use?.variant.evidence ?? endpoint.known)].join('\n\n');
	const asked = postmanRequest(request, description);
	const response = {
		name: 'Answer of the sandbox',
		originalRequest: asked,
		status: 'Success',
		code: answer.status,
		header: [{ key: 'Content-Type', value: 'application/json' }],
		body: json(answer.body),
	};
	return { name: title, request: asked, response: [response] };
}

/** The Postman 2.1 collection of one API: a folder for each group, a request for each example. */
export function postmanCollection({ contract, endpoints, examples }: ApiMaterial) {
	const groups = [...new Set(endpoints.map(({ group }) => group))];
	return {
		info: {
			name: `${contract.name} API (unofficial)`,
			description: [
				'Not made by WhatsLoop. Fill in the variable token, and try requests only on chats of your own.',
				...contractOf(contract.id).reference.introduction,
			].join('\n\n'),
			schema: SCHEMA,
		},
		auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] },
		variable: [
			{ key: 'baseUrl', value: contract.defaultBaseUrl },
			{ key: 'token', value: '' },
		],
		item: groups.map((group) => ({
			name: group,
			item: examples.filter(({ endpoint }) => endpoint.group === group).map(item),
		})),
	};
}
