import { reachOf, type Reach } from '../input/localAddress';

const PROBLEMS: Record<Exclude<Reach, 'public'>, string> = {
	localName: 'is only known on this machine or in its network',
	privateNetwork: 'is in a private network',
	undottedName: 'is a name without a domain',
};

/**
 * Why WhatsLoop can't reach a URL of this n8n.
 *
 * @returns undefined where nothing speaks against it
 */
export function addressProblem(webhookUrl: string): string | undefined {
	if (!URL.canParse(webhookUrl)) return 'is not a web address';
	const { protocol, hostname } = new URL(webhookUrl);
	const reach = reachOf(webhookUrl);
	if (reach !== 'public') return `${PROBLEMS[reach]} (${hostname})`;
	if (protocol !== 'https:') return 'does not start with https://, so messages would cross the internet unencrypted';
	return undefined;
}
