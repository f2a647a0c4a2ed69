import type { Sample, SampleFile } from '../sample';
import { direct, flat } from '../sampleRecords';

const samples: Sample[] = [
	{
		name: "the panel's message",
		body: { data: flat({}) },
		items: [{ event: 'message', eventType: null, ...direct, message: { text: 'hello' } }],
	},
	{
		name: "the panel's acks",
		body: {
			data: [
				{ id: 'a', status: 'sent', chatId: '1@c.us' },
				{ id: 'b', status: 'viewed', chatId: '1@c.us' },
			],
		},
		items: [
			{ event: 'ack', ack: { status: 'sent', level: 2 } },
			{ event: 'ack', ack: { status: 'read', level: 4 } },
		],
	},
	{
		name: "the panel's message as a client's record",
		body: {
			data: {
				key: { remoteJid: '966501234567@s.whatsapp.net', fromMe: false, id: 'B' },
				message: { conversation: 'hi' },
			},
		},
		items: [{ event: 'message', phone: '966501234567', message: { text: 'hi' } }],
	},
	{ name: 'a bare message', body: flat({}), items: [{ event: 'message', ...direct, message: { text: 'hello' } }] },
];

export default {
	source: "The provider's panel of 2021-22, which sends records without a name",
	evidence: 'provider code',
	samples,
} satisfies SampleFile;
