import { EventEmitter } from 'node:events';
import type { Account } from './account';
import { Directories } from './directory';
import type { StoredMessage } from './message';
import type { RequestRecord } from './request';
import { DEFAULT_SETTINGS, type SandboxSettings } from './settings';

interface StateEvents {
	message: [StoredMessage];
	/** A stored message has changed: a reaction, a deletion, its media. */
	update: [StoredMessage];
	reset: [];
}

/** The engine composes ids of sender, chat and message: `false_9665…@c.us_3EB0…`. */
const COMPOSED_ID = /^(true|false)_[^_]+_/;

/** Everything the sandbox remembers, and the one place that tells others about changes. */
export class SandboxState {
	readonly accounts: Account[];
	readonly messages: StoredMessage[] = [];
	readonly requests: RequestRecord[] = [];
	readonly directories = new Directories();
	readonly settings: SandboxSettings = { ...DEFAULT_SETTINGS };
	readonly events = new EventEmitter<StateEvents>();
	private readonly messageById = new Map<string, StoredMessage>();

	constructor(private readonly initialAccounts: readonly Account[]) {
		this.accounts = [...initialAccounts];
		// Every open phone page listens; Node's warning is meant for forgotten listeners.
		this.events.setMaxListeners(0);
	}

	/** @throws Error when the id or the token is taken. */
	addAccount(account: Account): void {
		if (this.accounts.some(({ id, token }) => id === account.id || token === account.token)) {
			throw new Error('There is an account with this id or token already');
		}
		this.accounts.push(account);
	}

	/** Stores a newly accepted message and announces it. */
	addMessage(message: StoredMessage): void {
		this.messages.push(message);
		this.messageById.set(message.id, message);
		this.events.emit('message', message);
	}

	/** A message of one account that has not been deleted. */
	findMessage(account: Account, messageId: string): StoredMessage | undefined {
		const message = this.messageById.get(messageId.replace(COMPOSED_ID, ''));
		return message?.accountId === account.id && !message.deleted ? message : undefined;
	}

	/** Announces that a stored message has changed. */
	touch(message: StoredMessage): void {
		this.events.emit('update', message);
	}

	/** Forgets messages, requests, settings and added accounts: as freshly started. */
	reset(): void {
		this.messages.length = 0;
		this.requests.length = 0;
		this.messageById.clear();
		this.directories.reset();
		Object.assign(this.settings, DEFAULT_SETTINGS);
		this.accounts.splice(0, this.accounts.length, ...this.initialAccounts);
		this.events.emit('reset');
	}
}
