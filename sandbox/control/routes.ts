import type { FastifyInstance } from 'fastify';
import { ZodError } from 'zod';
import { faultSchema } from '../faults/fault';
import { resolvePolicy } from '../rateLimit/policy';
import type { SandboxContext } from '../context/sandboxContext';
import type { AckInput, DispatchInput, IncomingInput, WebhookInput } from '../webhooks/schemas';
import { CONTROL_PREFIX } from './prefix';
import { accountSchema, policySchema, settingsSchema } from './schemas';

type Action = (body: unknown) => unknown;

/** What a control request does and answers, by method and path. */
function controlActions(context: SandboxContext): Record<string, Action> {
	const { state, limiter, faults, webhooks } = context;
	const everything = () => ({
		accounts: state.accounts,
		policy: limiter.policy,
		settings: state.settings,
		faults: faults.all,
		directories: Object.fromEntries(state.accounts.map((account) => [account.id, state.directories.of(account)])),
		webhooks: webhooks.registered,
		deliveries: webhooks.deliveries,
		messages: state.messages,
		requests: state.requests,
	});
	return {
		'GET state': everything,
		'GET messages': () => state.messages,
		'GET requests': () => state.requests,
		'POST policy': (body) => {
			const { fresh, plan, ...rest } = policySchema.parse(body);
			limiter.setPolicy(plan === 'none' ? null : resolvePolicy({ plan, ...rest }), fresh);
			return { policy: limiter.policy };
		},
		'POST faults': (body) => {
			// All are looked at before the first is added, so that a refused request changes nothing.
			const added = (Array.isArray(body) ? body : [body]).map((fault) => faultSchema.parse(fault));
			return added.map((fault) => faults.add(fault));
		},
		'DELETE faults': () => {
			faults.clear();
			return faults.all;
		},
		'POST settings': (body) => Object.assign(state.settings, settingsSchema.parse(body)),
		'POST accounts': (body) => {
			context.addAccount(accountSchema.parse(body));
			return state.accounts;
		},
		'POST webhook': (body) => webhooks.register(body as WebhookInput),
		'GET deliveries': () => webhooks.deliveries,
		'POST incoming': (body) => webhooks.receive(body as IncomingInput),
		'POST ack': (body) => webhooks.acknowledge(body as AckInput),
		'POST dispatch': (body) => webhooks.dispatch(body as DispatchInput),
		'POST reset': () => {
			context.reset();
			return everything();
		},
	};
}

/** The control API: no token, no rate limit, JSON in and out; what it does not understand is answered with 422. */
export function controlRoutes(app: FastifyInstance, context: SandboxContext): void {
	for (const [name, action] of Object.entries(controlActions(context))) {
		const [method = '', path = ''] = name.split(' ');
		app.route({
			method,
			url: `${CONTROL_PREFIX}/${path}`,
			async handler(request, reply) {
				try {
					const body = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
					return action(body === '' ? {} : JSON.parse(body));
				} catch (error) {
					return await reply.code(422).send({ error: reasonOf(error) });
				}
			},
		});
	}
}

function reasonOf(error: unknown): string {
	if (error instanceof ZodError) {
		return error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; ');
	}
	return error instanceof Error ? error.message : String(error);
}
