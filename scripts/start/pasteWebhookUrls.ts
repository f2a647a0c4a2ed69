import type { INode } from 'n8n-workflow';
import type { ContractName, Sandbox } from '../../sandbox';
import type { SavedWorkflow } from '../n8n/clientTypes';
import { CREDENTIAL_TYPE } from '../n8n/sandboxCredential';
import type { ReadyCredentials } from './credentials';

const TRIGGER_TYPE = 'n8n-nodes-whatsloop.whatsLoopTrigger';

/** Production URL of a trigger node, as its panel shows it. */
export const productionUrl = (n8nUrl: string, { webhookId }: INode) => `${n8nUrl}/webhook/${webhookId}/webhook`;

/**
 * Pastes the URLs of active triggers into the sandbox's dashboard, as a user does by hand at WhatsLoop. An account has one
 * URL, so the first trigger for it counts.
 */
export function pasteWebhookUrls(
	sandbox: Pick<Sandbox, 'setWebhook'>,
	n8nUrl: string,
	workflows: readonly SavedWorkflow[],
	ready: ReadyCredentials,
): void {
	const triggers = workflows
		.filter(({ active }) => active)
		.flatMap(({ nodes }) => nodes ?? [])
		.filter(({ type }) => type === TRIGGER_TYPE);
	for (const account of Object.keys(ready) as ContractName[]) {
		const trigger = triggers.find(({ credentials }) => credentials?.[CREDENTIAL_TYPE]?.id === ready[account].id);
		if (trigger) sandbox.setWebhook({ account, url: productionUrl(n8nUrl, trigger) });
	}
}
