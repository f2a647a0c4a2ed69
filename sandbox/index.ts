import type { AddressInfo } from 'node:net';
import { CONTRACTS, type ContractName } from './contracts';
import { CONTROL_PREFIX } from './control/prefix';
import type { Fault, FaultInput } from './faults/fault';
import { resolvePolicy, type RateLimitPolicy, type RateLimitPolicyInput } from './rateLimit/policy';
import { createServer } from './server/createServer';
import { SandboxContext } from './context/sandboxContext';
import type { Account } from './state/account';
import type { Directory } from './state/directory';
import type { StoredMessage } from './state/message';
import type { RequestRecord } from './state/request';
import type { SandboxSettings } from './state/settings';
import type { Delivery } from './webhooks/deliver';
import type { AckInput, DispatchInput, IncomingInput, WebhookInput } from './webhooks/schemas';

export type { Fault, FaultInput } from './faults/fault';
export { HEAVY_TAIL } from './faults/roundTrip';
export {
	parsePlan,
	PLANS,
	resolvePolicy,
	type RateLimitPolicy,
	type RateLimitPolicyInput,
	type RateLimitReading,
} from './rateLimit/policy';
export { theoreticalMinimumSeconds } from './rateLimit/theoreticalMinimum';
export { CONTRACT_NAMES, CONTRACTS, type ContractName } from './contracts';
export type { Account } from './state/account';
export type { Directory } from './state/directory';
export type { MessageContent, MessageKind, StoredMessage } from './state/message';
export type { RequestRecord } from './state/request';
export type { SandboxSettings } from './state/settings';
export { sign, type Delivery } from './webhooks/deliver';

export interface SandboxOptions {
	/** 0, the default, takes a free one. */
	port?: number;
	/** Default 127.0.0.1. */
	host?: string;
	/** No limit when absent or null. */
	policy?: RateLimitPolicyInput | null;
	/** Accounts besides the two that are always there. */
	accounts?: Account[];
	/** Write Fastify's log to standard output. */
	log?: boolean;
}

/** A running sandbox. The arrays and the settings are the live ones. */
export interface Sandbox {
	/** Where the phone is, without trailing slash. */
	url: string;
	/** Where each API is, and the token of its account. */
	addresses: Addresses;
	goBaseUrl: string;
	cloudBaseUrl: string;
	goToken: string;
	cloudToken: string;
	/** Address of a part of the control API, such as `controlUrl('faults')`. */
	controlUrl(path: string): string;
	/** Address of a sample such as `sample.png`. */
	mediaUrl: (name: string) => string;
	readonly messages: readonly StoredMessage[];
	readonly requests: readonly RequestRecord[];
	readonly accounts: readonly Account[];
	readonly settings: SandboxSettings;
	/** Contacts, groups, marks of chats, products and profile of the go account, or of another one. */
	directory(accountId?: string): Directory;
	readonly policy: RateLimitPolicy | null;
	/** @param fresh forget what has been used so far. */
	setPolicy(policy: RateLimitPolicyInput | null, fresh?: boolean): void;
	addFaults(...faults: FaultInput[]): void;
	/** Faults that have not been used up yet. */
	readonly faults: readonly Fault[];
	clearFaults(): void;
	addAccount(account: Account): void;
	/** Where events go, as if pasted into the dashboard. */
	setWebhook(webhook: WebhookInput): void;
	/** A person writes to the account; the event goes out. */
	receive(incoming: IncomingInput): StoredMessage;
	/** Messages get a new status; the event goes out. */
	acknowledge(ack: AckInput): void;
	/** Sends any event to the registered URL. */
	dispatch(event: DispatchInput): Delivery[];
	readonly deliveries: readonly Delivery[];
	/** As freshly started. */
	reset(): void;
	close(): Promise<void>;
}

export const GO_TOKEN = CONTRACTS.go.account.token;
export const CLOUD_TOKEN = CONTRACTS.cloud.account.token;

/** The ready account of each contract. */
export type Addresses = Record<ContractName, { baseUrl: string; token: string }>;

const addressesOf = (url: string) =>
	Object.fromEntries(
		Object.values(CONTRACTS).map(({ name, prefix, account }) => [
			name,
			{ baseUrl: `${url}${prefix}`, token: account.token },
		]),
	) as Addresses;

/**
 * Starts a local WhatsLoop that speaks every contract.
 * @throws Error when the port is taken or an option makes no sense.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const policy = options.policy ? resolvePolicy(options.policy) : null;
	const context = new SandboxContext(options.accounts ?? [], policy);
	const { state, limiter, faults, webhooks } = context;
	const host = options.host ?? '127.0.0.1';
	const app = createServer(context, options.log ?? false);
	await app.listen({ port: options.port ?? 0, host });
	const { port } = app.server.address() as AddressInfo;
	const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
	const addresses = addressesOf(url);

	return {
		url,
		addresses,
		goBaseUrl: addresses.go.baseUrl,
		cloudBaseUrl: addresses.cloud.baseUrl,
		goToken: addresses.go.token,
		cloudToken: addresses.cloud.token,
		controlUrl: (path) => `${url}${CONTROL_PREFIX}/${path}`,
		mediaUrl: (name) => `${url}/media/${name}`,
		messages: state.messages,
		requests: state.requests,
		accounts: state.accounts,
		settings: state.settings,
		directory: (accountId = CONTRACTS.go.account.id) => {
			const account = state.accounts.find(({ id }) => id === accountId);
			if (!account) throw new Error(`There is no account "${accountId}"`);
			return state.directories.of(account);
		},
		get policy() {
			return limiter.policy;
		},
		setPolicy: (input, fresh) => limiter.setPolicy(input && resolvePolicy(input), fresh),
		addFaults: (...inputs) => inputs.forEach((input) => faults.add(input)),
		get faults() {
			return faults.all;
		},
		clearFaults: () => faults.clear(),
		addAccount: (account) => context.addAccount(account),
		setWebhook: (webhook) => void webhooks.register(webhook),
		receive: (incoming) => webhooks.receive(incoming),
		acknowledge: (ack) => void webhooks.acknowledge(ack),
		dispatch: (event) => webhooks.dispatch(event),
		deliveries: webhooks.deliveries,
		reset: () => context.reset(),
		close: async () => {
			webhooks.reset();
			await app.close();
		},
	};
}
