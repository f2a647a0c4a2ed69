import type { Contract } from '../../../nodes/WhatsLoop/contracts/contract';
import type { Sandbox } from '../../../sandbox';
import { contractOf } from '../../../sandbox/contracts';
import type { KnownForm } from '../../../sandbox/contracts/reference';
import type { IncomingInput } from '../../../sandbox/webhooks/schemas';
import { steady } from './steady';

/** An event that a webhook may bring, with examples by name. */
export interface KnownEvent extends KnownForm {
	name: string;
	examples: Record<string, unknown>;
}

const FROM = { from: '966501234567', name: 'Sami Al-Harbi' };
const GROUP = '120363000000000001@g.us';

/** What a person does on the phone, for one example each. */
const INCOMING: Record<string, Omit<IncomingInput, 'account' | 'from'>> = {
	text: { text: 'Where is my order?' },
	'text in a group': { text: 'Good morning', group: GROUP },
	image: {
		kind: 'image',
		caption: 'It arrived like this',
		mediaUrl: 'https://example.com/files/box.jpg',
		mimeType: 'image/jpeg',
	},
	document: {
		kind: 'document',
		fileName: 'invoice.pdf',
		mediaUrl: 'https://example.com/files/invoice.pdf',
		mimeType: 'application/pdf',
	},
	location: { kind: 'location', location: { latitude: 24.7136, longitude: 46.6753 } },
	contact: { kind: 'contact', contact: { phone: '966507654321', name: 'Laila' } },
	reaction: { kind: 'reaction', reaction: { emoji: '👍', messageId: 'BAE5A8F8F8E0278E' } },
	'tapped button': { selected: { id: 'yes', text: 'Yes' }, quotedMessageId: 'BAE5A8F8F8E0278E' },
};

/** Nothing listens there, and nothing has to: the events are read where they are sent. */
const NOWHERE = { url: 'http://127.0.0.1:9/', retries: 0 };

const lastEvent = (sandbox: Sandbox): unknown => steady(JSON.parse(sandbox.deliveries.at(-1)?.body ?? 'null'));

/** Every event of an API that the sandbox can send: of messages, and of how far they have come. */
export function eventExamples(sandbox: Sandbox, { id }: Contract): KnownEvent[] {
	const { events, reference, account } = contractOf(id);
	return events.shapes.flatMap((shape) => {
		sandbox.reset();
		sandbox.setWebhook({ account: account.id, shape, ...NOWHERE });
		const examples: Record<string, unknown> = {};
		let messageId = '';
		for (const [name, incoming] of Object.entries(INCOMING)) {
			({ id: messageId } = sandbox.receive({ account: account.id, ...FROM, ...incoming }));
			examples[name] = lastEvent(sandbox);
		}
		const told: KnownEvent[] = [{ ...reference.messageEvents[shape], examples }];
		const ack = reference.ackEvents[shape];
		if (ack) {
			sandbox.acknowledge({ messageIds: [messageId], status: 'read' });
			told.push({ ...ack, examples: { read: lastEvent(sandbox) } });
		}
		return told;
	});
}
