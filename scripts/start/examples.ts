import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';
import type { N8nClient } from '../n8n/client';
import type { SavedWorkflow, WorkflowDraft } from '../n8n/clientTypes';
import { CREDENTIAL_TYPE } from '../n8n/sandboxCredential';
import type { ReadyCredentials } from './credentials';

/** A file as n8n's *Download* writes it. */
export interface ExampleWorkflow extends WorkflowDraft {
	active?: boolean;
}

/** Reads every example, by file name. */
export async function readExamples(folder: string): Promise<ExampleWorkflow[]> {
	if (!existsSync(folder)) return [];
	const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
	return await Promise.all(
		files.map(async (file) => JSON.parse(await readFile(join(folder, file), 'utf8')) as ExampleWorkflow),
	);
}

/** Replaces an example's references to credentials, which exist only where it was exported, by ready ones. */
export function withCredentials(nodes: readonly INode[], ready: ReadyCredentials): INode[] {
	return nodes.map((node) => {
		const reference = node.credentials?.[CREDENTIAL_TYPE];
		if (!reference) return node;
		const contract = /cloud/i.test(reference.name) ? 'cloud' : 'go';
		return { ...node, credentials: { ...node.credentials, [CREDENTIAL_TYPE]: ready[contract] } };
	});
}

/** Fills in an empty `baseUrl` in a node of fields: requests with the sandbox's token must not go to the real service. */
export function withBaseUrl(nodes: readonly INode[], baseUrl: string): INode[] {
	return nodes.map((node) => {
		const fields = node.parameters.assignments as { assignments?: Array<{ name: string; value: unknown }> } | undefined;
		const empty = fields?.assignments?.some(({ name, value }) => name === 'baseUrl' && value === '');
		if (!empty) return node;
		const assignments = fields?.assignments?.map((each) =>
			each.name === 'baseUrl' ? { ...each, value: baseUrl } : each,
		);
		return { ...node, parameters: { ...node.parameters, assignments: { ...fields, assignments } } } as INode;
	});
}

/**
 * Imports the examples that n8n does not have by name yet, and activates those that are exported as active.
 *
 * @returns all examples as they are in n8n now
 */
export async function importExamples(
	client: N8nClient,
	folder: string,
	ready: ReadyCredentials,
	baseUrl: string,
): Promise<SavedWorkflow[]> {
	const existing = await client.listWorkflows();
	const imported: SavedWorkflow[] = [];
	for (const { name, nodes, connections, settings, pinData, active } of await readExamples(folder)) {
		const draft = { name, nodes: withBaseUrl(withCredentials(nodes, ready), baseUrl), connections, settings, pinData };
		const kept = existing.find((workflow) => workflow.name === name);
		const saved = kept ?? (await client.createWorkflow(draft));
		if (active && !saved.active) await client.activateWorkflow(saved.id);
		imported.push({ ...saved, active: saved.active || Boolean(active) });
	}
	return imported;
}
