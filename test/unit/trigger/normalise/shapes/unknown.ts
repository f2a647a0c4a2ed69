import type { Sample, SampleFile } from '../sample';

const samples: Sample[] = [
	{ name: 'an empty object', body: {}, items: [{ event: 'other', eventType: null, message: null }] },
	{
		name: 'a name that is not known',
		body: { event: 'payment-received', amount: 5 },
		items: [{ event: 'other', eventType: 'payment-received' }],
	},
	{
		name: 'a name that is an object',
		body: { event: { a: 1 }, data: 'x' },
		items: [{ event: 'other', eventType: null }],
	},
	{ name: 'data that says nothing', body: { data: { a: 1 } }, items: [{ event: 'other' }] },
	{
		name: 'a name with nothing in it',
		body: { event: 'message-new' },
		items: [{ event: 'message', eventType: 'message-new' }],
	},
	{
		name: 'names of a prototype',
		body: { event: 'constructor', type: '__proto__' },
		items: [{ event: 'other', eventType: 'constructor' }],
	},
];

export default {
	source: 'Nobody: what no sender is known to send',
	evidence: 'made up',
	samples,
} satisfies SampleFile;
