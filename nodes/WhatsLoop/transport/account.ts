import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { contractFor } from '../contracts';
import type { Contract } from '../contracts/contract';
import { InputError } from '../input/InputError';
import { plainText } from '../input/plainText';

/** What a credential says, cleaned. The token is kept only to be struck from error texts; n8n itself signs the requests. */
export interface Account {
	contract: Contract;
	/** Without trailing slashes. */
	baseUrl: string;
	channelId?: number;
	token: string;
}

function cleanBaseUrl(input: unknown, contract: Contract): string {
	const baseUrl = plainText(input).trim().replace(/\/+$/, '') || contract.defaultBaseUrl;
	if (!/^https?:\/\//i.test(baseUrl) || !URL.canParse(baseUrl)) {
		throw new InputError(
			'The Base URL of the WhatsLoop credential is not a web address',
			`It has to start with https://, as in ${contract.defaultBaseUrl}.`,
		);
	}
	return baseUrl;
}

function cleanChannelId(input: unknown): number | undefined {
	const text = plainText(input).trim();
	if (text === '') return undefined;
	const channelId = Number(text);
	// A bad id is refused here: the API's field must be a whole number from 1 on, and must never be null.
	if (!Number.isInteger(channelId) || channelId < 1) {
		throw new InputError(
			'The Channel ID of the WhatsLoop credential is not a whole number from 1 on',
			'Copy it from the WhatsLoop dashboard, or leave it empty if the account has one channel.',
		);
	}
	return channelId;
}

function cleanToken(input: unknown): string {
	const token = plainText(input).trim();
	// Node.js would refuse to put it into a header, and that looks like a connection that broke
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
