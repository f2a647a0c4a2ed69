import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import type { N8nClient } from '../../../scripts/n8n/client';
import type { CredentialReference } from '../../../scripts/n8n/clientTypes';
import { createCredential } from './credentials';
import { Editor } from './editor';
import type { NodePanel } from './editorNodePanel';
import { sharedN8n } from './n8n';
import { whatsLoop } from './nodes';
import { saveWorkflow } from './runWorkflow';
import { hasN8n } from './since';

/** The number that the rows of a saved workflow hold. */
export const PHONE = '966501234567';

/** What the tests of a person in the editor work with. */
export interface EditorStage {
	client: N8nClient;
	editor: Editor;
	sandbox: Sandbox;
	/** Of the sandbox's first account. */
	credential: CredentialReference;
	/** Opens the node as it is saved with these parameters, after a trigger that gives `rows`. */
	openSaved: (parameters: INodeParameters, more?: Partial<INode>, rows?: IDataObject[]) => Promise<NodePanel>;
}

/** On a busy machine n8n's editor takes most of a minute to open. */
const TEST_TIMEOUT_MS = 400_000;

const recipient = { __rl: true, mode: 'phone', value: '={{ $json.phone }}' };

async function startStage(): Promise<EditorStage> {
	const { client } = sharedN8n();
	const sandbox = await startSandbox();
	const credential = await createCredential(client, 'go', sandbox);
	const editor = await Editor.open(client);
	return {
		client,
		editor,
		sandbox,
		credential,
		async openSaved(parameters, more = {}, rows = [{ phone: PHONE }]) {
			const all = { resource: 'message', operation: 'sendText', recipient, ...parameters };
			const node = whatsLoop(all, credential, { typeVersion: 1.1, ...more });
			const workflow = await saveWorkflow(client, [node], rows);
			await editor.openWorkflow(workflow.id);
			return await editor.openNode(node.name);
		},
	};
}

/**
 * A group of tests in n8n's editor. In an older n8n they count as skipped, with the reason in their names: its editor has
 * other test ids. What the nodes do there is tested without the editor.
 *
 * @param group gets a function that returns the stage, which is there once the tests run
 */
export function describeInEditor(name: string, group: (stage: () => EditorStage) => void): void {
	let stage: EditorStage;
	jest.setTimeout(TEST_TIMEOUT_MS);
	if (!hasN8n('2.8')) {
		describe.skip(`${name} (skipped: these tests know the editor of n8n 2.8 and newer)`, () => group(() => stage));
		return;
	}
	describe(name, () => {
		beforeAll(async () => {
			stage = await startStage();
		});
		beforeEach(() => stage.sandbox.reset());
		afterAll(async () => {
			await stage.editor.close();
			await stage.sandbox.close();
		});
		group(() => stage);
	});
}
