import { isLocalAddress, originOf } from './localAddress';
import { InputError } from './InputError';

/** Path of n8n's own signed addresses. */
const SIGNED_BY_N8N = '/binary-data/signed';

/**
 * WhatsLoop fetches the file itself, so an address that can't be reached from outside is refused before the call. If
 * WhatsLoop is local too, such as the sandbox, every address is allowed.
 *
 * @param baseUrl of the account
 * @throws InputError
 */
export function checkReachable(mediaUrl: string, baseUrl: string): void {
	if (!isLocalAddress(mediaUrl) || isLocalAddress(baseUrl)) return;
	const origin = originOf(mediaUrl);
	if (new URL(mediaUrl).pathname.endsWith(SIGNED_BY_N8N)) {
		throw new InputError(
			`WhatsLoop can't fetch the file from this n8n: its address is ${origin}, which can't be opened from outside. Nothing was sent.`,
			'Make n8n reachable and set WEBHOOK_URL to its public https address, or put the file on a web server and use the Media Source URL.',
		);
	}
	throw new InputError(
		`WhatsLoop can't fetch the file: ${origin} can't be opened from outside. Nothing was sent.`,
		'Use an address that everybody can open without logging in.',
	);
}
