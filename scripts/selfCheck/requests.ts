import { contracts } from '../../nodes/WhatsLoop/contracts';
import { buildRequest } from '../../nodes/WhatsLoop/contracts/buildRequest';
import type { Contract, Values } from '../../nodes/WhatsLoop/contracts/contract';
import type { Button } from '../../nodes/WhatsLoop/input/buttons';
import { knownEndpoints, type EndpointUse, type KnownEndpoint } from '../docs/api/endpoints';
import { exampleValues } from '../docs/api/exampleValues';
import { answerOf } from '../docs/api/openApi/operation';
import { SAFE_OPERATIONS } from './safeOperations';
import { rawFileUrl } from './repository';

/** One request of the self-check, as the workflow holds it. */
export interface SelfCheckRequest {
	/** Value of the credential's API Version. */
	api: string;
	/** Resource, operation and kind of message. */
	operation: string;
	method: string;
	path: string;
	query?: object;
	body?: object;
	/** One of STEPS. */
	step: number;
	/** The plain text to the own number, of which later requests speak. */
	isFirstText?: true;
	/** Fields that an answer has at least. */
	needs: string[];
}

/** Stands for something out of an earlier answer. */
const FILLED_IN = /\{(messageId|groupId|productId|inviteCode)\}/;

/**
 * The steps of the workflow. n8n's HTTP Request node sends a body for all of its items or for none, so requests with and
 * without one take turns.
 */
export const STEPS: ReadonlyArray<{ step: number; hasBody: boolean }> = [
	{ step: 1, hasBody: true },
	{ step: 2, hasBody: false },
	{ step: 3, hasBody: true },
	{ step: 4, hasBody: false },
	{ step: 5, hasBody: true },
];

/** Files that everybody can open. The last two are samples of MDN, which have no copyright. */
const FILES: Values = {
	image: rawFileUrl('docs/images/phone.png'),
	document: rawFileUrl('LICENSE.md'),
	sticker: rawFileUrl('sandbox/media/samples/sample.webp'),
	video: 'https://interactive-examples.mdn.mozilla.net/media/cc0-videos/flower.mp4',
	audio: 'https://interactive-examples.mdn.mozilla.net/media/cc0-audio/t-rex-roar.mp3',
};
const SAME_FILE: Record<string, string> = { gif: 'video', voice: 'audio' };

const fileFor = (kind: unknown) => FILES[SAME_FILE[String(kind)] ?? String(kind)] ?? FILES.document;

/** The person's own number wherever somebody is meant, and public files. */
const ownValues = ({ variant: { when = {} } }: EndpointUse): Values => ({
	recipient: '{number}',
	contactPhone: '{number}',
	mentionedPhone: '{number}',
	catalogPhone: '{number}',
	group: '{groupId}',
	productId: '{productId}',
	inviteCode: '{inviteCode}',
	text: 'Self-check of n8n-nodes-whatsloop',
	mediaUrl: fileFor(when.mediaType),
	headerUrl: fileFor(when.header),
});

/** The button that calls somebody calls the person who runs it. */
const ownButtons = ({ buttons }: Values): Values =>
	Array.isArray(buttons)
		? { buttons: (buttons as Button[]).map((button) => (button.phone ? { ...button, phone: '{number}' } : button)) }
		: {};

/** Of which step a request is: what needs something out of earlier answers comes after them. */
function stepOf(request: { method: string }, operation: string): number {
	// the message that others answer and react to goes last
	if (operation === 'message.delete') return 5;
	const isLater = FILLED_IN.test(JSON.stringify(request));
	if (request.method === 'GET') return isLater ? 4 : 2;
	return isLater ? 3 : 1;
}

function needsOf(contract: Contract, endpoint: KnownEndpoint, kind: string): string[] {
	const { required = [] } = answerOf(contract, endpoint).schema as { required?: string[] };
	return [...new Set([...required.filter((field) => field !== 'message'), ...(kind === 'read' ? ['data'] : [])])];
}

function requestsOf(contract: Contract): SelfCheckRequest[] {
	const endpoints = knownEndpoints(contract);
	const uses = endpoints.flatMap((endpoint) => endpoint.uses.map((use) => ({ endpoint, use })));
	return SAFE_OPERATIONS.flatMap(({ operation: id, values = {} }) =>
		uses
			.filter(({ use }) => use.operationId === id)
			.map(({ endpoint, use }) => {
				const { operation, resource, variant } = use;
				const examples = exampleValues(use);
				const own = Object.entries({ ...ownValues(use), ...ownButtons(examples), ...values }).filter(
					([name]) => name in examples,
				);
				const asked = { id, name: operation.name, labels: operation.labels };
				const built = buildRequest(contract, asked, { ...examples, ...Object.fromEntries(own) });
				const request = { method: built.method, path: built.path, query: built.query, body: built.body };
				const title = [`${resource.name}: ${operation.name}`, variant.label].filter(Boolean).join(', ');
				return {
					api: contract.id,
					operation: title,
					...request,
					step: stepOf(request, id),
					...(id === 'message.sendText' && variant.label === undefined && { isFirstText: true as const }),
					needs: needsOf(contract, endpoint, operation.kind),
				};
			}),
	);
}

const sameRequest = ({ api, method, path, query, body }: SelfCheckRequest) =>
	JSON.stringify([api, method, path, query, body]);

/** Every request of the self-check for every API, each once. */
export function selfCheckRequests(): SelfCheckRequest[] {
	const all = contracts.flatMap(requestsOf);
	return all.filter((request, index) => all.findIndex((each) => sameRequest(each) === sameRequest(request)) === index);
}
