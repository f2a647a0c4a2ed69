import { CONTRACTS, type ContractName, type Sandbox } from '../../sandbox';
import { OWNER } from '../n8n/client';
import type { SavedWorkflow } from '../n8n/clientTypes';
import type { ReadyCredentials } from './credentials';

export interface Started {
	n8nUrl: string;
	/** Settles when n8n ends. */
	n8nExited: Promise<number>;
	sandbox: Pick<Sandbox, 'url' | 'addresses'>;
	credentials: ReadyCredentials;
	workflows: readonly SavedWorkflow[];
	/** Where n8n keeps its data, and whether it stays after the end. */
	userFolder: string;
	kept: boolean;
}

/** What a person can try in the first minutes, in order. An example is named only where it was imported. */
function firstSteps({ n8nUrl, sandbox, workflows }: Pick<Started, 'n8nUrl' | 'sandbox' | 'workflows'>): string[][] {
	const urlOf = (name: string) => {
		const workflow = workflows.find((each) => each.name === name);
		return workflow && `${n8nUrl}/workflow/${workflow.id}`;
	};
	const bulkSend = urlOf('Bulk Send');
	const bot = urlOf('Auto-Reply Bot');
	return [
		...(bulkSend ? [['Press "Execute workflow" here, and watch twenty messages reach the phone:', bulkSend]] : []),
		...(bot ? [['Write a message on the phone. A bot answers:', sandbox.url, `Its workflow: ${bot}`]] : []),
		[
			'Build your own: add "WhatsLoop", choose "Send a text", and send to 966501234567.',
			'The credential is chosen already:',
			`${n8nUrl}/workflow/new`,
		],
	];
}

/** Everything a person needs to look around, as text. */
export function describeAddresses(started: Omit<Started, 'n8nExited'>): string {
	const { n8nUrl, sandbox, credentials, workflows, userFolder, kept } = started;
	const steps = firstSteps(started).flatMap(([first, ...rest], index) => [
		`  ${index + 1}. ${first}`,
		...rest.map((line) => `     ${line}`),
	]);
	const accounts = Object.values(CONTRACTS).map(({ name, title }) => {
		const { baseUrl, token } = sandbox.addresses[name as ContractName];
		return `  ${credentials[name].name} (${title}): ${baseUrl}, token ${token}`;
	});
	return [
		'',
		`n8n       ${n8nUrl}`,
		`          e-mail ${OWNER.email}, password ${OWNER.password}`,
		`Phone     ${sandbox.url}   (shows what arrives by WhatsApp, and answers)`,
		'',
		'Try this first',
		...steps,
		'',
		`${workflows.length} example workflows, and ${accounts.length} credentials, are in n8n:`,
		...accounts,
		'',
		kept
			? `n8n's data stays in ${userFolder}.`
			: "n8n's data is removed at the end. --keep <folder> keeps it: npm start -- --keep my-n8n",
		'Press Ctrl-C to end everything.',
	].join('\n');
}
