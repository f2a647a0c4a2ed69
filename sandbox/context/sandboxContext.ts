import { contractOf, DEFAULT_ACCOUNTS } from '../contracts';
import { FaultList } from '../faults/faultList';
import type { RateLimitPolicy } from '../rateLimit/policy';
import { RateLimiter } from '../rateLimit/rateLimiter';
import type { Account } from '../state/account';
import { SandboxState } from '../state/sandboxState';
import { Uploads } from '../media/uploads';
import { Webhooks } from '../webhooks/webhooks';

/** What a running sandbox consists of. */
export class SandboxContext {
	readonly state: SandboxState;
	readonly limiter: RateLimiter;
	readonly faults = new FaultList();
	readonly webhooks: Webhooks;
	readonly uploads = new Uploads();

	constructor(
		accounts: readonly Account[],
		private readonly initialPolicy: RateLimitPolicy | null,
	) {
		this.state = new SandboxState([...DEFAULT_ACCOUNTS, ...accounts]);
		this.limiter = new RateLimiter(initialPolicy);
		this.webhooks = new Webhooks(this.state);
	}

	/** @throws Error when the id or the token is taken, or the token does not look like one of its contract. */
	addAccount(account: Account): void {
		if (!contractOf(account.contract).tokenForm.test(account.token)) {
			throw new Error(`This is not the form of a ${account.contract} token`);
		}
		this.state.addAccount(account);
	}

	/** As freshly started: nothing sent, no faults, the limit and the accounts it was started with. */
	reset(): void {
		this.state.reset();
		this.faults.clear();
		this.webhooks.reset();
		this.uploads.reset();
		this.limiter.setPolicy(this.initialPolicy, true);
	}
}
