import type { Sample, SampleFile } from '../sample';
import { recorded } from '../sampleRecords';

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
