import { contractOf } from '../contracts';
import type { Account } from '../state/account';
import type { MessageContent, StoredMessage } from '../state/message';
import type { SandboxState } from '../state/sandboxState';
import { deliver, sign, type Delivery } from './deliver';
import {
	ackSchema,
	dispatchSchema,
	incomingSchema,
	webhookSchema,
	type AckInput,
	type DispatchInput,
	type Incoming,
	type IncomingInput,
	type Webhook,
	type WebhookInput,
} from './schemas';

const SIGNATURE_HEADER = 'x-webhook-signature';

/** The side of WhatsLoop that calls others: where to, what is on its way, and what a person on the phone does. */
export class Webhooks {
	readonly deliveries: Delivery[] = [];
	private readonly byAccount = new Map<string, Webhook>();
	private generation = 0;

	constructor(private readonly state: SandboxState) {}

	get registered(): Webhook[] {
		return [...this.byAccount.values()];
	}

	/** What pasting a URL into the dashboard does; a second one for the same account takes the first one's place. */
	register(input: WebhookInput): Webhook {
		const parsed = webhookSchema.parse(input);
		const { shapes, tellsOfOwnMessages } = contractOf(this.accountOf(parsed.account).contract).events;
		const { shape = shapes[0], ownMessages = tellsOfOwnMessages } = parsed;
		const webhook = { ...parsed, shape, ownMessages };
		if (!shapes.includes(webhook.shape)) throw new Error(`The shape is none of ${shapes.join(', ')}`);
		this.byAccount.set(webhook.account, webhook);
		return webhook;
	}

	/** Everything that is on its way ends with the attempt it is in. */
	reset(): void {
		this.generation++;
		this.byAccount.clear();
		this.deliveries.length = 0;
	}

	/** A person writes to the account, or sends a file; the event goes out where a URL is registered. */
	receive(input: IncomingInput): StoredMessage {
		const { account, times, ...incoming } = incomingSchema.parse(input);
		const message = this.newMessage(this.accountOf(account), incoming);
		this.state.addMessage(message);
		const webhook = this.byAccount.get(account);
		if (webhook && this.state.settings.connected && (!message.fromMe || webhook.ownMessages)) {
			const event = contractOf(message.contract).events.message(message, webhook.shape);
			this.send(webhook, JSON.stringify(event), times);
		}
		return message;
	}

	/** Messages of one account get a new status, told in one event. */
	acknowledge(input: AckInput): StoredMessage[] {
		const { messageIds, status } = ackSchema.parse(input);
		const messages = messageIds.map((id) => {
			const message = this.state.messages.find((candidate) => candidate.id === id);
			if (!message) throw new Error(`There is no message ${id}`);
			return message;
		});
		for (const message of messages) {
			message.ack = status;
			this.state.touch(message);
		}
		const [{ accountId, contract }] = messages;
		const webhook = this.byAccount.get(accountId);
		if (webhook) {
			const event = contractOf(contract).events.ack(messages, status, webhook.shape);
			this.send(webhook, JSON.stringify(event), 1);
		}
		return messages;
	}

	/** Sends any bytes to the registered URL. */
	dispatch(input: DispatchInput): Delivery[] {
		const { account, body, contentType, signature, times } = dispatchSchema.parse(input);
		const webhook = this.byAccount.get(account);
		if (!webhook) throw new Error(`No webhook URL is registered for account "${account}"`);
		return this.send(webhook, typeof body === 'string' ? body : JSON.stringify(body), times, contentType, signature);
	}

	private send(
		webhook: Webhook,
		body: string,
		times: number,
		contentType = 'application/json',
		signature: 'right' | 'wrong' | 'none' = 'right',
	): Delivery[] {
		const headers: Record<string, string> = { 'content-type': contentType, 'user-agent': 'WhatsLoop-Sandbox' };
		if (webhook.secret !== undefined && signature !== 'none') {
			headers[SIGNATURE_HEADER] = sign(body, signature === 'right' ? webhook.secret : `not ${webhook.secret}`);
		}
		const { generation } = this;
		return Array.from({ length: times }, () => {
			const delivery: Delivery = {
				id: this.deliveries.length + 1,
				accountId: webhook.account,
				url: webhook.url,
				body,
				headers,
				attempts: [],
				state: 'pending',
			};
			this.deliveries.push(delivery);
			void deliver(delivery, webhook, () => this.generation !== generation);
			return delivery;
		});
	}

	private accountOf(id: string): Account {
		const account = this.state.accounts.find((candidate) => candidate.id === id);
		if (!account) throw new Error(`There is no account "${id}"`);
		return account;
	}

	private newMessage(account: Account, incoming: Omit<Incoming, 'account' | 'times'>): StoredMessage {
		const { from, name, group, fromMe, ...said } = incoming;
		const content: MessageContent = { ...said, text: said.text ?? said.selected?.text };
		return {
			id: contractOf(account.contract).events.newMessageId(),
			sequence: this.state.messages.length + 1,
			accountId: account.id,
			contract: account.contract,
			chat: group ?? `${from}@s.whatsapp.net`,
			recipient: account.phone,
			sender: fromMe && group === undefined ? { phone: account.phone } : { phone: from, name },
			fromMe,
			kind: said.kind,
			content,
			endpoint: 'phone',
			requestId: 0,
			body: undefined,
			rawBody: '',
			timestamp: new Date().toISOString(),
			status: 'SUCCESS',
			response: undefined,
			reactions: [],
			deleted: false,
		};
	}
}
