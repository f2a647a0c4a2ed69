import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { contractFor, contracts } from '../contracts';
import type { Contract } from '../contracts/contract';
import { InputError } from '../input/InputError';
import { isLocalAddress } from '../input/localAddress';
import { plainText } from '../input/plainText';

/** What a credential says, cleaned. The token is kept only to be struck from error texts; n8n itself signs the requests. */
export interface Account {
	contract: Contract;
	/** Without trailing slashes. */
	baseUrl: string;
	channelId?: number;
	token: string;
}

/** What can be wrong with a Base URL. The first match is reported. */
const BASE_URL_PROBLEMS: Array<{
	holds: (url: URL, contract: Contract) => boolean;
	problem: (contract: Contract, url: URL) => string;
	whatToDo: (contract: Contract) => string;
}> = [
	{
		holds: ({ username, password }) => username !== '' || password !== '',
		problem: () => 'contains a user name or password',
		whatToDo: () => 'Remove everything between // and @. The API Token has a field of its own.',
	},
	{
		holds: ({ href }) => href.includes('?'),
		problem: () => 'contains a query (a part that starts with ?)',
		whatToDo: ({ defaultBaseUrl }) =>
			`Remove the ? and what follows. The address usually looks like ${defaultBaseUrl}.`,
	},
	{
		holds: ({ href }) => href.includes('#'),
		problem: () => 'contains a fragment (a part that starts with #)',
		whatToDo: ({ defaultBaseUrl }) =>
			`Remove the # and what follows. The address usually looks like ${defaultBaseUrl}.`,
	},
	{
		holds: ({ hostname }, contract) => ownerOf(hostname, contract) !== undefined,
		problem: (contract, { hostname }) =>
			`is the address of ${ownerOf(hostname, contract)?.name}, but the API Version is ${contract.name}`,
		whatToDo: ({ name }) => `Change the API Version, or clear the Base URL to use the address of ${name}.`,
	},
	{
		holds: ({ protocol, href }) => protocol === 'http:' && !isLocalAddress(href),
		problem: () => 'starts with http://, so the API Token would cross the internet unencrypted',
		whatToDo: () => 'Start it with https://. Plain http:// is for local and private addresses only.',
	},
];

/** The other API whose standard address has this host. */
const ownerOf = (hostname: string, contract: Contract): Contract | undefined =>
	contracts.find((other) => other !== contract && new URL(other.defaultBaseUrl).hostname === hostname);

/** An empty one means the contract's own address. */
function cleanBaseUrl(input: unknown, contract: Contract): string {
	const baseUrl = withoutTrailingSlashes(plainText(input).trim());
	if (baseUrl === '') return contract.defaultBaseUrl;
	if (!/^https?:\/\//i.test(baseUrl) || !URL.canParse(baseUrl)) {
		throw new InputError(
			'The Base URL of the WhatsLoop credential is not a web address',
			`It has to start with https://, as in ${contract.defaultBaseUrl}.`,
		);
	}
	const url = new URL(baseUrl);
	const found = BASE_URL_PROBLEMS.find(({ holds }) => holds(url, contract));
	if (found) {
		const message = `The Base URL of the WhatsLoop credential ${found.problem(contract, url)}`;
		throw new InputError(message, found.whatToDo(contract));
	}
	return baseUrl;
}

/** Not by a pattern: `/\/+$/` takes quadratic time on a long row of slashes that is not at the end. */
function withoutTrailingSlashes(text: string): string {
	let end = text.length;
	while (text[end - 1] === '/') end--;
	return text.slice(0, end);
}

function cleanChannelId(input: unknown): number | undefined {
	const text = plainText(input).trim();
	if (text === '') return undefined;
	const channelId = Number(text);
	// A bad id is refused here: the API's field must be a whole number from 1 on, and must never be null.
	if (!Number.isInteger(channelId) || channelId < 1) {
		throw new InputError(
			'The Channel ID of the WhatsLoop credential is not a whole number from 1 on',
			'Copy it from WhatsLoop, or leave it empty if the account has one channel.',
		);
	}
	return channelId;
}

function cleanToken(input: unknown): string {
	const token = plainText(input).trim();
	// Node.js refuses such a header, and its error would look like a broken connection
	if (!/^[\x21-\x7e]*$/.test(token)) {
		throw new InputError(
			'The API Token of the WhatsLoop credential has characters in it that no token has',
			'White space or an invisible mark may have been copied along. Copy it again from the WhatsLoop dashboard.',
		);
	}
	return token;
}

/** @throws InputError where the Base URL, the Channel ID or the API Token can't be used */
export function readAccount(credential: ICredentialDataDecryptedObject): Account {
	const contract = contractFor(credential.apiVersion);
	return {
		contract,
		baseUrl: cleanBaseUrl(credential.baseUrl, contract),
		channelId: contract.channelField ? cleanChannelId(credential.channelId) : undefined,
		token: cleanToken(credential.apiToken),
	};
}

/** Names an account without keeping its token. The address is part of it, because a rate limit belongs to a server. */
export const accountHash = ({ baseUrl, token }: Account): string =>
	createHash('sha256').update(`${baseUrl}\n${token}`).digest('base64');
