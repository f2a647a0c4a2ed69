import { resources } from '../../../nodes/WhatsLoop/actions';
import { contracts } from '../../../nodes/WhatsLoop/contracts';
import { CONTRACTS } from '../../../sandbox/contracts';
import type { Contract as SandboxContract } from '../../../sandbox/contracts/endpoint';
import { REQUESTS } from '../../requests';

// What somebody has to add beside a new operation or a new contract. Each failure says where.

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
