import type { Sample, SampleFile } from '../sample';

/** As recorded: a text in a group, the number masked. */
const recorded = {
	id: 'evt_01K3',
	object: 'event',
	type: 'message.received',
	api_version: '2026-06-01',
	created: 1787429684,
	tenant_id: '7b1f5c1e-0000-4000-8000-000000000000',
	channel_id: null,
	data: {
		object: {
			message_id: 'ACFF842C00',
			platform_message_id: 50796,
			channel_id: 5,
			conversation_id: 923,
			contact_id: null,
			group_id: '120363000000000001@g.us',
			group_jid: '120363000000000001@g.us',
			phone: '9665XXXXXXXX',
			type: 'text',
			content: 'Peace be upon you',
			timestamp: '2026-08-22T20:14:43+00:00',
		},
	},
};

const samples: Sample[] = [
	{
		name: 'the recorded text in a group',
		body: recorded,
		items: [
			{
				event: 'message',
				eventType: 'message.received',
				eventId: 'evt_01K3',
				timestamp: '2026-08-22T20:14:43.000Z',
				channelId: 5,
				chatId: '120363000000000001@g.us',
				phone: '9665XXXXXXXX',
				isGroup: true,
				fromMe: false,
				ack: null,
				message: { id: 'ACFF842C00', type: 'text', text: 'Peace be upon you', mediaUrl: null },
			},
		],
	},
];

export default {
	source: 'WhatsLoop Cloud, as a consumer in production recorded it in August 2026, numbers masked',
	evidence: 'recorded',
	samples,
} satisfies SampleFile;
