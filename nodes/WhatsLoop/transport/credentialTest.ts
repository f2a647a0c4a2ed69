import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';
import { contracts } from '../contracts';
import type { Contract, Verdict } from '../contracts/contract';
import { judgeAnswer } from '../contracts/judgeAnswer';
import { readPath } from '../contracts/readPath';
import { InputError } from '../input/InputError';
import { readAccount, type Account } from './account';
import { withinDeadline } from './deadline';
import { readHeader } from './headers';
import { networkErrorCode } from './outcome';
import { redact } from './redact';

interface ProbeAnswer {
	statusCode: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/** n8n gives a credential test no other way to the network (ICredentialTestFunctions, n8n 1.x to 2.41). */
type Send = ICredentialTestFunctions['helpers']['request'];

const TIMEOUT_MS = 15_000;

const works = (message: string): INodeCredentialTestResult => ({ status: 'OK', message });
const fails = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

const isWebPage = ({ headers, body }: ProbeAnswer) =>
	/text\/html/i.test(readHeader(headers, 'content-type') ?? '') || (typeof body === 'string' && /^\s*</.test(body));

/** A business failure with a 2xx status is no proof against the token, unless it speaks of it. */
function judgeSuccess(body: unknown, verdict: Verdict, account: Account): INodeCredentialTestResult {
	if (verdict !== 'refused') return works(`Connected to ${account.contract.name}`);
	const texts = account.contract.errorTextFields.map((name) => readPath(body, name));
	const said = redact(String(texts.find((text) => typeof text === 'string') ?? ''), [account.token]);
	return /token|auth|credential/i.test(said)
		? fails(`WhatsLoop refused the API Token: ${said}`)
		: works(`Connected to ${account.contract.name}. It says: ${said}`);
}

/** The other API that has tokens like this one. */
const apiOfToken = ({ contract, token }: Account): Contract | undefined =>
	contract.tokenForm.pattern.test(token)
		? undefined
		: contracts.find((other) => other !== contract && other.tokenForm.pattern.test(token));

/** Whether the API itself said yes, so that the token is proven. */
function isProof({ statusCode, body }: ProbeAnswer, { contract }: Account): boolean {
	if (contract.probe.acceptedStatusCodes.includes(statusCode)) return true;
	const isAnswer = statusCode >= 200 && statusCode < 300 && typeof body === 'object' && body !== null;
	return isAnswer && judgeAnswer(contract, 'read', body) !== 'refused';
}

/**
 * Tells four cases apart: it works; wrong token; wrong address; the server is reached but does not know the path.
 *
 * n8n never shows the words of a passed test. An unknown path therefore fails, except at the API's own address, where the
 * path is what is not certain.
 */
export function judgeProbe(answer: ProbeAnswer, account: Account): INodeCredentialTestResult {
	const result = judgeAnswered(answer, account);
	const other = isProof(answer, account) ? undefined : apiOfToken(account);
	if (other === undefined) return result;
	return fails(
		`The API Token looks like one of ${other.name}, but the API Version is ${account.contract.name}. Change the API Version. ${result.message}`,
	);
}

function judgeAnswered(answer: ProbeAnswer, account: Account): INodeCredentialTestResult {
	const { statusCode, body } = answer;
	const { contract, baseUrl } = account;
	if (statusCode === 403 && isWebPage(answer)) {
		// firewalls answer like this, so it says nothing about the token
		return fails(
			`Something before the WhatsLoop API refused access with a web page (HTTP 403), such as a firewall. Check that n8n's server may reach ${baseUrl}.`,
		);
	}
	if (statusCode === 401 || statusCode === 403) {
		return fails(
			`WhatsLoop refused the API Token (HTTP ${statusCode}). Check that it was copied whole, and that it belongs to ${contract.name}.`,
		);
	}
	if (statusCode >= 500) return fails(`WhatsLoop is reachable but in trouble (HTTP ${statusCode}). Test again later.`);
	if (isWebPage(answer) || (statusCode >= 300 && statusCode < 400)) {
		return fails(
			`The Base URL ${baseUrl} leads to a web page, not to the WhatsLoop API. It usually looks like ${contract.defaultBaseUrl}.`,
		);
	}
	if (statusCode === 429) {
		return fails(
			'WhatsLoop answers, but its rate limit is used up right now, so the token could not be tested. Test again in a minute.',
		);
	}
	if (contract.probe.acceptedStatusCodes.includes(statusCode)) return works(`Connected to ${contract.name}`);
	if ((statusCode === 404 || statusCode === 405) && baseUrl !== contract.defaultBaseUrl) {
		return fails(
			`Something answers at the Base URL ${baseUrl}, but it does not know the path used for testing (HTTP ${statusCode}). ` +
				`Check the Base URL and the API Version. The address usually looks like ${contract.defaultBaseUrl}.`,
		);
	}
	if (statusCode >= 400) {
		return works(
			`WhatsLoop answers and did not refuse the API Token, but does not know the path used for testing (HTTP ${statusCode}). ` +
				'If sending fails, check the Base URL and the API Version.',
		);
	}
	if (typeof body !== 'object' || body === null) {
		return fails(
			`What answers at the Base URL ${baseUrl} is not the WhatsLoop API. It usually looks like ${contract.defaultBaseUrl}.`,
		);
	}
	return judgeSuccess(body, judgeAnswer(contract, 'read', body), account);
}

/** Sends a request that can never send a message, and says what its answer means for the user. */
export async function testCredential(
	send: Send,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	let account: Account | undefined;
	try {
		account = readAccount(credential.data ?? {});
		if (account.token === '') return fails('The API Token is empty. Copy it from the WhatsLoop dashboard.');
		const { method, path, body } = account.contract.probe;
		const { baseUrl, token } = account;
		const sendProbe = () =>
			send({
				method,
				uri: `${baseUrl}/${path}`,
				headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
				body,
				json: true,
				timeout: TIMEOUT_MS,
				followRedirect: false,
				followAllRedirects: false,
				simple: false,
				resolveWithFullResponse: true,
			});
		const answer = (await withinDeadline(sendProbe, TIMEOUT_MS)) as ProbeAnswer;
		return judgeProbe(answer, account);
	} catch (error) {
		if (error instanceof InputError) return fails(`${error.message}. ${error.description ?? ''}`.trim());
		const code = networkErrorCode(error);
		return fails(
			`Could not reach ${account?.baseUrl ?? 'WhatsLoop'}${code === '' ? '' : ` (${code})`}. Check the Base URL and the network of n8n.`,
		);
	}
}

/** The method behind *Test* in the credential, as n8n calls it; both nodes offer it. */
export async function whatsLoopApiTest(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const { helpers } = this;
	return await testCredential(helpers.request, credential);
}
