import { contractOf } from '../../../../sandbox/contracts';
import { schemaOf, type JsonSchema } from '../../../../sandbox/contracts/fields';
import type { Contract } from '../../../../nodes/WhatsLoop/contracts/contract';
import type { KnownEndpoint } from '../endpoints';
import type { Example } from '../examples';
import { evidenceLine } from '../knownWords';
import { rateLimitHeaders } from './rateLimit';

/** Two examples may have the same title: a message with links is a text. */
const uniqueKey = (title: string) =>
	title
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');

/** Name of an endpoint in the document: `post-message-send`. */
export const operationIdOf = ({ method, path }: KnownEndpoint): string => uniqueKey(`${method} ${path}`);

/** Whether a request carries its fields in a body. */
export const hasBody = ({ method, fields }: KnownEndpoint): boolean =>
	method !== 'GET' && Object.keys(fields).length > 0;

/** How well the use of one example is known, where the endpoint has several. */
const exampleSummary = ({ title, use, endpoint }: Example) =>
	use && use.variant.evidence !== endpoint.known ? `${title} (${use.variant.evidence})` : title;

const namedExamples = (examples: readonly Example[], value: (example: Example) => unknown) =>
	Object.fromEntries(
		examples.map((example) => [uniqueKey(example.title), { summary: exampleSummary(example), value: value(example) }]),
	);

/** The field's own words, and what the node calls it. */
function describe(schema: JsonSchema, labels: string[] = []): JsonSchema {
	const words = [...labels, ...(typeof schema.description === 'string' ? [schema.description] : [])];
	return words.length === 0 ? schema : { ...schema, description: `${words.join('. ')}.` };
}

/** The fields of a request's body, for the components of the document. */
export function bodySchema(contract: Contract, { fields, labels }: KnownEndpoint): JsonSchema {
	const schema = schemaOf(fields);
	const properties = Object.entries(schema.properties as Record<string, JsonSchema>).map(([name, property]) => [
		name,
		describe(property, name === contract.channelField ? ['Channel to send from'] : labels[name]),
	]);
	return { ...schema, properties: Object.fromEntries(properties) as JsonSchema };
}

const FORMS = ['multipart/form-data', 'application/x-www-form-urlencoded'];

function requestBody(contract: Contract, endpoint: KnownEndpoint, examples: readonly Example[]) {
	if (!hasBody(endpoint)) return {};
	const schema = { $ref: `#/components/schemas/${operationIdOf(endpoint)}` };
	const forms = contractOf(contract.id).readsAsPhp ? FORMS : [];
	return {
		requestBody: {
			required: true,
			content: {
				'application/json': { schema, examples: namedExamples(examples, ({ request }) => request.body ?? {}) },
				...Object.fromEntries(forms.map((encoding) => [encoding, { schema }])),
			},
		},
	};
}

function parameters({ fields, labels }: KnownEndpoint, [{ request }]: readonly Example[]) {
	const list = Object.entries(fields).map(([name, { presence, check }]) => {
		const { description, ...schema } = describe(check.schema, labels[name]);
		const example = request.query?.[name];
		return {
			name,
			in: 'query',
			required: presence === 'required' || presence === 'present',
			...(description !== undefined && { description }),
			schema,
			...(example !== undefined && { example }),
		};
	});
	return list.length === 0 ? {} : { parameters: list };
}

/** Name of the form of an answer among the components, and what is known of it. */
export function answerOf(contract: Contract, endpoint: KnownEndpoint) {
	const { data, answers } = contractOf(contract.id).reference;
	const own = data[`${endpoint.method} ${endpoint.path}`];
	if (own) return { name: `answer-to-${operationIdOf(endpoint)}`, ...own };
	return endpoint.isSend ? { name: 'answer-to-send', ...answers.send } : { name: 'answer', ...answers.other };
}

function success(contract: Contract, endpoint: KnownEndpoint, examples: readonly Example[]) {
	const { name, known, description } = answerOf(contract, endpoint);
	return {
		description: `${description} The sandbox answers with ${examples[0].answer.status}. ${evidenceLine(known)}`,
		'x-evidence': known,
		headers: rateLimitHeaders(contractOf(contract.id).reference.rateLimit.onEveryAnswer),
		content: {
			'application/json': {
				schema: { $ref: `#/components/schemas/${name}` },
				examples: namedExamples(examples, ({ answer }) => answer.body),
			},
		},
	};
}

/** Which field is required is documented for few endpoints; the documents must not claim more. */
const REQUIRED_FIELDS =
	'Which fields are required, and their limits, is what the sandbox of this project asks for. It follows clients and code of the provider.';

/** One method of one path, as OpenAPI has it. */
export function openApiOperation(contract: Contract, endpoint: KnownEndpoint, examples: readonly Example[]) {
	const { method, known, title, description, group, fields, uses } = endpoint;
	const { failures } = contractOf(contract.id).reference;
	const evidence = Object.fromEntries(uses.map((use) => [use.title, use.variant.evidence]));
	return {
		operationId: operationIdOf(endpoint),
		summary: title,
		description: [description, evidenceLine(known), ...(Object.keys(fields).length > 0 ? [REQUIRED_FIELDS] : [])].join(
			'\n\n',
		),
		tags: [group],
		'x-evidence': known,
		...(uses.length > 1 && { 'x-evidence-by-use': evidence }),
		...(uses.length > 0 && { 'x-n8n-operations': [...new Set(uses.map(({ operationId }) => operationId))] }),
		...(method === 'GET' ? parameters(endpoint, examples) : requestBody(contract, endpoint, examples)),
		responses: {
			'2XX': success(contract, endpoint, examples),
			...Object.fromEntries(failures.map(({ status }) => [status, { $ref: `#/components/responses/${status}` }])),
		},
	};
}
