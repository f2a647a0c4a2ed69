import { Command, InvalidArgumentError, Option } from 'commander';
import { parsePlan, startSandbox, type RateLimitPolicyInput, type Sandbox } from './index';

const DEFAULT_PORT = 3939;

interface CliOptions {
	port: number;
	host: string;
	plan: RateLimitPolicyInput | null;
	reading: RateLimitPolicyInput['reading'];
	retryAfter: RateLimitPolicyInput['retryAfterForm'];
	log: boolean;
}

/** Turns the errors of a parser into commander's own, which name the option. */
const argument =
	<Value>(parse: (text: string) => Value) =>
	(text: string): Value => {
		try {
			return parse(text);
		} catch (error) {
			throw new InvalidArgumentError((error as Error).message);
		}
	};

function parsePort(text: string): number {
	const port = Number(text);
	if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error('A port is a whole number up to 65535.');
	return port;
}

const accounts = ({ addresses }: Sandbox): string =>
	Object.entries(addresses)
		.map(
			([name, { baseUrl, token }]) =>
				`  ${name.padEnd(6)} Base URL   ${baseUrl}\n  ${' '.repeat(6)} API Token  ${token}`,
		)
		.join('\n');

const greeting = (sandbox: Sandbox, limit: string) => `
WhatsLoop sandbox

  Phone           ${sandbox.url}
  Control API     ${sandbox.controlUrl('state')}
  Sample media    ${sandbox.mediaUrl('sample.png')}
  Rate limit      ${limit}

${accounts(sandbox)}

Press Ctrl+C to stop.
`;

async function run(options: CliOptions): Promise<void> {
	const policy = options.plan && { ...options.plan, reading: options.reading, retryAfterForm: options.retryAfter };
	const sandbox = await startSandbox({ port: options.port, host: options.host, policy, log: options.log });
	const limit = sandbox.policy
		? `${sandbox.policy.limit} requests per ${sandbox.policy.windowSeconds} s, read as "${sandbox.policy.reading}"`
		: 'none';
	console.log(greeting(sandbox, limit));
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void sandbox.close());
}

new Command('sandbox')
	.description('A local WhatsLoop to develop and test against')
	.option('--port <port>', 'port to listen on', argument(parsePort), DEFAULT_PORT)
	.option('--host <host>', 'address to listen on', '127.0.0.1')
	.option('--plan <plan>', 'basic, flex, extra, none or LIMIT/SECONDS', argument(parsePlan), { plan: 'basic' as const })
	.addOption(
		new Option('--reading <reading>', 'how the limit counts').choices(['window', 'bucket', 'fixed']).default('window'),
	)
	.addOption(new Option('--retry-after <form>', 'form of that header').choices(['seconds', 'date']).default('seconds'))
	.option('--log', 'log every request', false)
	.action(async (options: CliOptions) => {
		await run(options).catch((error: Error) => {
			console.error(error.message);
			process.exitCode = 1;
		});
	})
	.parse();
