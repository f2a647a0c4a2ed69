import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resources } from '../../../nodes/WhatsLoop/actions';
import { contracts } from '../../../nodes/WhatsLoop/contracts';
import { CONTRACTS } from '../../../sandbox/contracts';
import type { Contract as SandboxContract } from '../../../sandbox/contracts/endpoint';
import { PROJECT_FOLDER } from '../../../scripts/project';
import { LEFT_OUT, SAFE_OPERATIONS } from '../../../scripts/selfCheck/safeOperations';
import { REQUESTS } from '../../requests';

// What somebody has to add for a new operation or a new contract. Each failure names the file.

const sandboxContracts: Record<string, SandboxContract> = CONTRACTS;

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({ id: `${resource.value}.${operation.value}`, operation })),
);

const variants = contracts.flatMap((contract) =>
	Object.entries(contract.operations).flatMap(([id, list]) =>
		list.map(({ method, path, limits = {} }) => ({ contract: contract.id, id, method, path, limits })),
	),
);

test('every operation becomes a request of some API', () => {
	const available = new Set(variants.map(({ id }) => id));
	const forgotten = operations
		.filter(({ id }) => !available.has(id))
		.map(({ id }) => `${id}: say which request it becomes, in nodes/WhatsLoop/contracts/<contract>/`);
	expect(forgotten).toEqual([]);
});

test('every operation has a row in the table of requests', () => {
	const known = new Set(REQUESTS.map(({ operation }) => operation));
	const forgotten = operations
		.filter(({ id }) => !known.has(id))
		.map(({ id }) => `${id}: add a row in test/requests/${id.split('.')[0]}.ts`);
	expect(forgotten).toEqual([]);
});

test('every request of an API has a row in the table of requests', () => {
	const made = new Set(
		REQUESTS.flatMap(({ operation, on }) =>
			Object.entries(on).flatMap(([contract, requests]) =>
				requests.map(({ method, path }) => `${contract} ${operation} ${method} ${path}`),
			),
		),
	);
	const forgotten = variants
		.filter(({ contract, id, method, path }) => !made.has(`${contract} ${id} ${method} ${path}`))
		.map(
			({ contract, id, method, path }) =>
				`${method} ${path} (${id}): add it under "${contract}" in test/requests/${id.split('.')[0]}.ts`,
		);
	expect([...new Set(forgotten)]).toEqual([]);
});

test('every operation is run by the self-check, or left out of it with a reason', () => {
	const known = new Set([...SAFE_OPERATIONS.map(({ operation }) => operation), ...Object.keys(LEFT_OUT)]);
	const forgotten = operations
		.filter(({ id }) => !known.has(id))
		.map(({ id }) => `${id}: add it to SAFE_OPERATIONS or LEFT_OUT in scripts/selfCheck/safeOperations.ts`);
	expect(forgotten).toEqual([]);
});

test('every operation that sends no message has a step in the end-to-end test of an account', () => {
	const file = 'test/e2e/actions/account.test.ts';
	const text = readFileSync(join(PROJECT_FOLDER, file), 'utf8');
	const forgotten = operations
		.filter(({ id }) => !id.startsWith('message.send') && !text.includes(`'${id}'`))
		.map(({ id }) => `${id}: add a step to STEPS in ${file}`);
	expect(forgotten).toEqual([]);
});

test('every API has rows in the table of requests', () => {
	const forgotten = contracts
		.filter(({ id }) => !REQUESTS.some(({ on }) => id in on))
		.map(({ id }) => `${id}: add its requests under "${id}" in test/requests/`);
	expect(forgotten).toEqual([]);
});

test('the table of requests names no operation and no API that is not there', () => {
	const ids = operations.map(({ id }) => id);
	const strangers = REQUESTS.flatMap(({ operation, on }) => [
		...(ids.includes(operation) ? [] : [operation]),
		...Object.keys(on).filter((contract) => !contracts.some(({ id }) => id === contract)),
	]);
	expect(strangers).toEqual([]);
});

test('the sandbox speaks every contract', () => {
	const forgotten = contracts
		.filter(({ id }) => !(id in sandboxContracts))
		.map(({ id }) => `${id}: add sandbox/contracts/${id}/ and a line in sandbox/contracts/index.ts`);
	expect(forgotten).toEqual([]);
});

test('every contract of the sandbox says what is known of its API', () => {
	const forgotten = Object.entries(sandboxContracts)
		.filter(([, { reference }]) => (reference as unknown) === undefined)
		.map(([id]) => `${id}: add sandbox/contracts/${id}/reference.ts, and name it in its index.ts`);
	expect(forgotten).toEqual([]);
});

test('every contract of the sandbox goes by the ID of its contract', () => {
	const strangers = Object.entries(sandboxContracts)
		.filter(([id, { name, account }]) => name !== id || account.contract !== id)
		.map(([id]) => `${id}: correct "name" and "account" in sandbox/contracts/${id}/index.ts`);
	expect(strangers).toEqual([]);
});

test('no two contracts of the sandbox share a name, a prefix or an account', () => {
	const list = Object.entries(sandboxContracts);
	const doubles = list.flatMap(([id, contract], index) =>
		list.slice(0, index).flatMap(([otherId, other]) => {
			const same = {
				title: contract.title === other.title,
				prefix: contract.prefix === other.prefix,
				'account.id': contract.account.id === other.account.id,
				'account.token': contract.account.token === other.account.token,
				'account.phone': contract.account.phone === other.account.phone,
			};
			return Object.entries(same)
				.filter(([, isSame]) => isSame)
				.map(([field]) => `${id}: its "${field}" in sandbox/contracts/${id}/index.ts is that of ${otherId}`);
		}),
	);
	expect(doubles).toEqual([]);
});

test('the sandbox has an endpoint for every request that the node can make', () => {
	const forgotten = variants
		.filter(({ contract, method, path }) => {
			const endpoints = sandboxContracts[contract]?.endpoints ?? [];
			return !endpoints.some((endpoint) => endpoint.method === method && endpoint.path === path);
		})
		.map(({ contract, id, method, path }) => `${method} ${path} (${id}): add it in sandbox/contracts/${contract}/`);
	expect(forgotten).toEqual([]);
});

test('every value with a limit has a label, by which the error about it calls it', () => {
	const labels = new Map(operations.map(({ id, operation }) => [id, operation.labels]));
	const forgotten = variants.flatMap(({ id, limits }) =>
		Object.keys(limits)
			.map((path) => path.split(/[.[]/)[0] ?? path)
			.filter((value) => labels.get(id)?.[value] === undefined)
			.map((value) => `${id}: add "${value}" to its labels in nodes/WhatsLoop/actions/${id.replace('.', '/')}.ts`),
	);
	expect(forgotten).toEqual([]);
});
