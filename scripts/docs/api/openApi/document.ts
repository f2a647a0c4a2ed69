import { homepage, license } from '../../../../package.json';
import type { Contract } from '../../../../nodes/WhatsLoop/contracts/contract';
import { contractOf } from '../../../../sandbox/contracts';
import type { JsonSchema } from '../../../../sandbox/contracts/fields';
import type { KnownEndpoint } from '../endpoints';
import type { ApiMaterial } from '../material';
import { KNOWN_MEANING } from '../knownWords';
import { failureComponents } from './failures';
import { answerOf, bodySchema, hasBody, openApiOperation, operationIdOf } from './operation';
import { headerComponents } from './rateLimit';
import { webhooksOf } from './webhooks';

/** A server of OpenAPI, whose variables need a default. */
function server(url: string) {
	const names = [...url.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
	if (names.length === 0) return { url };
	return { url, variables: Object.fromEntries(names.map((name) => [name, { default: `your-${name}` }])) };
}

function introduction(contract: Contract): string {
	const { introduction: paragraphs, rateLimit } = contractOf(contract.id).reference;
	const meanings = Object.entries(KNOWN_MEANING).map(([known, meaning]) => `- \`${known}\`: ${meaning}`);
	return [
		'Not made by WhatsLoop. This is what public material shows of its API; nothing was tried against the live service.',
		...paragraphs,
		`**Rate limit.** ${rateLimit.description}`,
		`**Evidence.** \`x-evidence\` says of everything how well it is known:\n\n${meanings.join('\n')}`,
		'Examples are requests of n8n-nodes-whatsloop and answers of its sandbox, a local stand-in for WhatsLoop.',
	].join('\n\n');
}

/** The forms of bodies and answers, by name. */
function schemas(contract: Contract, endpoints: readonly KnownEndpoint[]) {
	const { failure } = contractOf(contract.id).reference;
	const bodies = endpoints.filter(hasBody).map((each) => [operationIdOf(each), bodySchema(contract, each)]);
	const answers = endpoints.map((each) => answerOf(contract, each)).map(({ name, schema }) => [name, schema]);
	return Object.fromEntries([
		...bodies,
		...answers,
		['failure', { ...failure.schema, description: failure.description }],
	]) as Record<string, JsonSchema>;
}

/** The OpenAPI 3.1 document of one API. */
export function openApiDocument({ contract, endpoints, examples, failures, events }: ApiMaterial) {
	const { reference } = contractOf(contract.id);
	const paths: Record<string, Record<string, unknown>> = {};
	for (const endpoint of endpoints) {
		const own = examples.filter(
			(example) => example.endpoint.method === endpoint.method && example.endpoint.path === endpoint.path,
		);
		const path = `/${endpoint.path}`;
		paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: openApiOperation(contract, endpoint, own) };
	}
	return {
		openapi: '3.1.0',
		info: {
			title: `${contract.name} API (unofficial)`,
			version: reference.version,
			description: introduction(contract),
			license: { name: license, identifier: license },
		},
		externalDocs: { url: homepage, description: 'The package that this document comes from' },
		servers: [contract.defaultBaseUrl, ...reference.furtherBaseUrls].map(server),
		security: [{ token: [] }],
		tags: [...new Set(endpoints.map(({ group }) => group)), 'Webhooks'].map((name) => ({ name })),
		paths,
		webhooks: webhooksOf(contract, events),
		components: {
			securitySchemes: {
				token: {
					type: 'http',
					scheme: 'bearer',
					description: `API token of the account. Tokens that were seen match ${contract.tokenForm.pattern.source}`,
				},
			},
			headers: headerComponents(reference.rateLimit),
			schemas: schemas(contract, endpoints),
			responses: failureComponents(reference, failures),
		},
	};
}
