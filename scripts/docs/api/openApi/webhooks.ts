import type { Contract } from '../../../../nodes/WhatsLoop/contracts/contract';
import type { KnownEvent } from '../eventExamples';
import { evidenceLine } from '../knownWords';

const SIGNATURE = {
	name: 'x-webhook-signature',
	in: 'header',
	required: true,
	description: 'HMAC-SHA256 of the raw body with the secret of the webhook, in lower-case hex.',
	schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
	'x-evidence': 'seen',
};

/** The URL is pasted into the dashboard; no request registers it, and nothing is known of retries. */
const RECEIVING =
	'Answer quickly with 2xx, and expect an event to come twice: whether WhatsLoop tries again is not known.';

/** Every event as a webhook of OpenAPI 3.1. */
export const webhooksOf = ({ events }: Contract, known: readonly KnownEvent[]) =>
	Object.fromEntries(
		known.map(({ name, known: evidence, description, examples }) => [
			name,
			{
				post: {
					operationId: `webhook-${name.replaceAll('.', '-')}`,
					summary: name,
					description: [description, RECEIVING, evidenceLine(evidence)].join('\n\n'),
					tags: ['Webhooks'],
					'x-evidence': evidence,
					...(events.alwaysSigned && { parameters: [SIGNATURE] }),
					requestBody: {
						required: true,
						content: {
							'application/json': {
								schema: { type: 'object' },
								examples: Object.fromEntries(
									Object.entries(examples).map(([title, value]) => [
										title.replaceAll(' ', '-'),
										{ summary: title, value },
									]),
								),
							},
						},
					},
					responses: { '2XX': { description: 'Taken' } },
				},
			},
		]),
	);
