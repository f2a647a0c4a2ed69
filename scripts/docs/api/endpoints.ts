import { resources } from '../../../nodes/WhatsLoop/actions';
import type { Operation, Resource } from '../../../nodes/WhatsLoop/actions/operation';
import type { Contract, Evidence, RequestVariant } from '../../../nodes/WhatsLoop/contracts/contract';
import { contractOf } from '../../../sandbox/contracts';
import type { Contract as SandboxContract } from '../../../sandbox/contracts/endpoint';
import type { FieldRules } from '../../../sandbox/contracts/fields';
import type { Known } from '../../../sandbox/contracts/reference';
import { bestEvidence } from '../evidence';

/** One request of the node on an endpoint. Several operations, or kinds of message, may share an endpoint. */
export interface EndpointUse {
	resource: Resource;
	operation: Operation;
	/** `resource.operation` */
	operationId: string;
	/** Operation and kind of message, for headings. */
	title: string;
	variant: RequestVariant;
}

/** Everything known of one method and path of an API. */
export interface KnownEndpoint {
	method: 'GET' | 'POST' | 'DELETE';
	path: string;
	known: Known;
	title: string;
	description: string;
	/** Heading under which it is listed. */
	group: string;
	isSend: boolean;
	/** What the sandbox asks for in its fields. */
	fields: FieldRules;
	/** API field → labels that the node's panel has for what goes in. */
	labels: Record<string, string[]>;
	/** Empty for an endpoint that the node has no use for. */
	uses: EndpointUse[];
	/** A request, for an endpoint that the node has no use for. */
	example?: Record<string, unknown>;
}

const useTitle = ({ action }: Operation, { label }: RequestVariant) =>
	label === undefined ? action : `${action} (${label})`;

function usesOf(contract: Contract): EndpointUse[] {
	return resources.flatMap((resource) =>
		resource.operations.flatMap((operation) => {
			const operationId = `${resource.value}.${operation.value}`;
			const variants = contract.operations[operationId] ?? [];
			return variants.map((variant) => {
				return { resource, operation, operationId, title: useTitle(operation, variant), variant };
			});
		}),
	);
}

function fieldsOf(sandbox: SandboxContract, method: string, path: string): FieldRules {
	const endpoint = sandbox.endpoints.find((each) => each.method === method && each.path === path);
	if (!endpoint) throw new Error(`The sandbox has no ${method} ${path}`);
	return endpoint.fields;
}

function labelsOf(uses: readonly EndpointUse[]): Record<string, string[]> {
	const labels: Record<string, string[]> = {};
	for (const { operation, variant } of uses) {
		for (const [field, source] of Object.entries(variant.fields)) {
			const value = typeof source === 'string' ? source : source.value;
			const label = operation.labels[value];
			if (label !== undefined) labels[field] = [...new Set([...(labels[field] ?? []), label])];
		}
	}
	return labels;
}

function usedEndpoint(sandbox: SandboxContract, uses: [EndpointUse, ...EndpointUse[]]): KnownEndpoint {
	const [{ variant, resource, operation, title }] = uses;
	const evidence: Evidence[] = uses.map((use) => use.variant.evidence);
	return {
		method: variant.method,
		path: variant.path,
		known: bestEvidence(evidence),
		title,
		description: `${operation.description}.`,
		group: resource.name,
		isSend: operation.kind === 'send',
		fields: fieldsOf(sandbox, variant.method, variant.path),
		labels: labelsOf(uses),
		uses,
	};
}

const unusedEndpoints = (sandbox: SandboxContract): KnownEndpoint[] =>
	sandbox.reference.unused.map(({ method, path, title, known, reason, example }) => ({
		method,
		path,
		known,
		title,
		description: reason,
		group: 'Not used by the node',
		isSend: true,
		fields: fieldsOf(sandbox, method, path),
		labels: {},
		uses: [],
		example,
	}));

/** Every endpoint that is known of an API, in the order of the node's operations. */
export function knownEndpoints(contract: Contract): KnownEndpoint[] {
	const byEndpoint = new Map<string, [EndpointUse, ...EndpointUse[]]>();
	for (const use of usesOf(contract)) {
		const key = `${use.variant.method} ${use.variant.path}`;
		const known = byEndpoint.get(key);
		if (known) known.push(use);
		else byEndpoint.set(key, [use]);
	}
	const sandbox = contractOf(contract.id);
	return [...[...byEndpoint.values()].map((uses) => usedEndpoint(sandbox, uses)), ...unusedEndpoints(sandbox)];
}
