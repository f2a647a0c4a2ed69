import type { IHookFunctions } from 'n8n-workflow';
import { forgetCredential } from './credentialCache';
import { forgetTrigger } from './deduplicate';
import { credentialHolder, triggerId } from './triggerId';

/**
 * Forgets what was remembered. No request is sent, because WhatsLoop does not know of the trigger, so an outage can't
 * interfere.
 */
export function deactivate(context: IHookFunctions): boolean {
	forgetCredential(credentialHolder(context));
	// the end of a test must not make the active workflow forget
	if (context.getMode() !== 'manual') forgetTrigger(triggerId(context), context.getWorkflowStaticData('node'));
	return true;
}
