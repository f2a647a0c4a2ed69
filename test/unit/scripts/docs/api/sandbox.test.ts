import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { IDataObject } from 'n8n-workflow';
import { contracts } from '../../../../../nodes/WhatsLoop/contracts';
import { startSandbox, type Sandbox } from '../../../../../sandbox';
import { contractOf } from '../../../../../sandbox/contracts';
import { MESSAGE_ID } from '../../../../../scripts/docs/api/exampleValues';
import { ask, tryRequest, type ExampleRequest } from '../../../../../scripts/docs/api/examples';
import { slugOf } from '../../../../../scripts/docs/api/slug';
import { SHOWN_MESSAGE_ID } from '../../../../../scripts/docs/api/steady';
import { PROJECT_FOLDER } from '../../../../../scripts/project';

interface Examples {
	examples: Record<string, { value: IDataObject }>;
}

interface DocumentedOperation {
	'x-evidence': string;
	description: string;
	parameters?: Array<{ name: string; example?: string | number }>;
	requestBody?: { content: Record<string, Partial<Examples>> };
	responses: Record<string, { headers?: object; $ref?: string; content?: Record<string, Examples> }>;
}

interface OpenApi {
	paths: Record<string, Record<string, DocumentedOperation>>;
	webhooks: Record<string, unknown>;
	components: { responses: Record<string, { headers?: Record<string, unknown> }> };
}

const read = (slug: string) =>
	JSON.parse(readFileSync(join(PROJECT_FOLDER, 'docs', 'api', `${slug}.openapi.json`), 'utf8')) as OpenApi;

const escape = (segment: string) => segment.replaceAll('~', '~0').replaceAll('/', '~1');

/** The request of an example. IDs of messages are replaced by the placeholder for an earlier message. */
function requestOf(method: string, path: string, operation: DocumentedOperation, body?: IDataObject): ExampleRequest {
	const query = Object.fromEntries(
		(operation.parameters ?? []).flatMap(({ name, example }) => (example === undefined ? [] : [[name, example]])),
	);
	const request = { method: method.toUpperCase(), path: path.slice(1), query, body };
	return JSON.parse(JSON.stringify(request).replaceAll(SHOWN_MESSAGE_ID, MESSAGE_ID)) as ExampleRequest;
}

describe.each(contracts.map((contract) => [slugOf(contract), contract] as const))(
	'the sandbox and %s',
	(slug, contract) => {
		const document = read(slug);
		const ajv = new Ajv2020({ strict: false });
		addFormats(ajv);
		ajv.addSchema(document, slug);

		/** What is wrong with a value by a schema somewhere in the document. */
		const problems = (value: unknown, ...pointer: string[]) => {
			const validate = ajv.getSchema(
				`${slug}#/${pointer.map((segment) => encodeURIComponent(escape(segment))).join('/')}`,
			);
			if (!validate) throw new Error(`There is no schema at ${pointer.join('/')}`);
			return validate(value) ? [] : validate.errors;
		};

		const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
			Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
		);
		const examples = operations.flatMap(({ path, method, operation }) => {
			const documented = operation.requestBody?.content['application/json'].examples;
			const given: Array<[name: string, example: { value?: IDataObject }]> = documented
				? Object.entries(documented)
				: [['without a body', {}]];
			return given.map(([name, { value }]) => {
				const request = requestOf(method, path, operation, value);
				return { name: `${method.toUpperCase()} ${path} (${name})`, path, method, request };
			});
		});

		let sandbox: Sandbox;
		beforeAll(async () => {
			sandbox = await startSandbox();
		});
		afterAll(async () => await sandbox.close());

		test.each(examples)(
			'agree on $name: the answer has the form of the document',
			async ({ path, method, request }) => {
				const { answer } = await tryRequest(sandbox, contract, request);
				expect(answer.status).toBeGreaterThanOrEqual(200);
				expect(answer.status).toBeLessThan(300);
				const pointer = ['paths', path, method, 'responses', '2XX', 'content', 'application/json', 'schema'];
				expect(problems(answer.body, ...pointer)).toEqual([]);
			},
		);

		test.each(examples.filter(({ request }) => request.body))(
			'agree on the fields of $name: its example has the form of the document',
			({ path, method, request: { body } }) => {
				expect(problems(body, 'paths', path, method, 'requestBody', 'content', 'application/json', 'schema')).toEqual(
					[],
				);
			},
		);

		test('are compared by a check that notices another form', () => {
			const [{ path, method }] = examples;
			const pointer = ['paths', path, method, 'responses', '2XX', 'content', 'application/json', 'schema'];
			expect(problems({ success: 'perhaps' }, ...pointer)).not.toEqual([]);
		});

		test('have the same endpoints (each one of the sandbox is in the document, and the other way round)', () => {
			const documented = operations.map(({ method, path }) => `${method.toUpperCase()} ${path.slice(1)}`);
			const served = contractOf(contract.id).endpoints.map(({ method, path }) => `${method} ${path}`);
			expect(documented.sort()).toEqual(served.sort());
		});

		test('have the same events', () => {
			const { events, reference } = contractOf(contract.id);
			const told = events.shapes.flatMap((shape) => [
				reference.messageEvents[shape].name,
				...(reference.ackEvents[shape] ? [reference.ackEvents[shape].name] : []),
			]);
			expect(Object.keys(document.webhooks).sort()).toEqual(told.sort());
		});

		test('agree on failures (a body in the documented form, and the headers that the document names)', async () => {
			const { path, method } = examples.find(({ request }) => request.body)!;
			const request = { method, path: path.slice(1), body: {} };
			sandbox.reset();
			sandbox.setPolicy({ limit: 1, windowSeconds: 60, reading: 'window' }, true);
			const answers = [await ask(sandbox, contract.id, request), await ask(sandbox, contract.id, request)];
			sandbox.setPolicy(null, true);
			expect(answers.map(({ status }) => status)).toEqual([422, 429]);
			for (const { status, body, headers } of answers) {
				const pointer = ['components', 'responses', String(status), 'content', 'application/json', 'schema'];
				expect(problems(body, ...pointer)).toEqual([]);
				const named = Object.keys(document.components.responses[status].headers ?? {}).map((name) =>
					name.toLowerCase(),
				);
				expect(Object.keys(headers)).toEqual(
					expect.arrayContaining(named.filter((name) => status === 429 || name !== 'retry-after')),
				);
			}
			expect(document.components.responses['429'].headers).toHaveProperty('Retry-After');
		});

		test('agree on unknown paths (404)', async () => {
			expect(await ask(sandbox, contract.id, { method: 'POST', path: 'no/such/path', body: {} })).toMatchObject({
				status: 404,
			});
		});

		test.each(operations)('$method $path says how well it is known', ({ operation }) => {
			const known = operation['x-evidence'];
			expect(known).toMatch(/^(documented|seen|sibling|unproven)$/);
			expect(operation.description).toContain(`Evidence: **${known}**`);
			expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['2XX', '401', '422', '429']));
		});
	},
);
