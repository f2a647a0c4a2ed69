import type { Sandbox } from '../../sandbox';
import { OWNER } from '../n8n/client';
import type { SavedWorkflow } from '../n8n/clientTypes';
import type { ReadyCredentials } from './credentials';

export interface Started {
	n8nUrl: string;
	/** Settles when n8n ends. */
	n8nExited: Promise<number>;
	sandbox: Pick<Sandbox, 'url' | 'goBaseUrl' | 'cloudBaseUrl' | 'goToken' | 'cloudToken'>;
	credentials: ReadyCredentials;
	workflows: readonly SavedWorkflow[];
	/** Where n8n keeps its data, and whether it stays after the end. */
	userFolder: string;
	kept: boolean;
}

const workflowLine = (n8nUrl: string, { id, name, active }: SavedWorkflow) =>
	`    ${n8nUrl}/workflow/${id}   ${name}${active ? ' (active)' : ''}`;

/** Everything a person needs to look around, as text. */
export function describeAddresses(started: Omit<Started, 'n8nExited'>): string {
	const { n8nUrl, sandbox, credentials, workflows, userFolder, kept } = started;
	const lines = [
		'',
		`n8n editor    ${n8nUrl}`,
		`  e-mail      ${OWNER.email}`,
		`  password    ${OWNER.password}`,
		`  data        ${userFolder} ${kept ? '(kept)' : '(removed at the end; --keep <folder> keeps it)'}`,
		'',
		`Phone         ${sandbox.url}   (shows what arrives by WhatsApp, and answers)`,
		'',
		`Credentials ready in n8n, and what they hold:`,
		`  ${credentials.go.name}`,
		`    base URL  ${sandbox.goBaseUrl}`,
		`    token     ${sandbox.goToken}`,
		`  ${credentials.cloud.name}`,
		`    base URL  ${sandbox.cloudBaseUrl}`,
		`    token     ${sandbox.cloudToken}`,
		'',
		...(workflows.length > 0
			? ['Example workflows:', ...workflows.map((workflow) => workflowLine(n8nUrl, workflow)), '']
			: []),
		'Press Ctrl-C to end everything.',
	];
	return lines.join('\n');
}
