import { buildRequest } from '../../../nodes/WhatsLoop/contracts/buildRequest';
import type { AskedOperation, Contract, RequestVariant } from '../../../nodes/WhatsLoop/contracts/contract';
import { go } from '../../../nodes/WhatsLoop/contracts/go';

const variant = (more: Partial<RequestVariant>): RequestVariant => ({
	evidence: 'documented',
	method: 'POST',
	path: 'send',
	fields: { to: 'recipient' },
	...more,
});

const api = (variants: RequestVariant[], more: Partial<Contract> = {}): Contract => ({
	...go,
	name: 'Test API',
	operations: { 'message.send': variants },
	...more,
});

const operation: AskedOperation = {
	id: 'message.send',
	name: 'Send',
	labels: { recipient: 'Recipient', caption: 'Caption', reply: 'Reply To', kind: 'Kind', size: 'Size' },
};

describe('a value that no request of the API carries', () => {
	test('is named, with the kind of the only request that comes near', () => {
		const pictures = api([variant({ label: 'image', when: { kind: 'image' } }), variant({ when: { kind: 'text' } })]);
		expect(() => buildRequest(pictures, operation, { recipient: '1', kind: 'image', caption: 'a' })).toThrow(
			'"Caption" in "Send" (image) is not available on Test API. ',
		);
		expect(() => buildRequest(pictures, operation, { recipient: '1', kind: 'text', caption: 'a' })).toThrow(
			'"Caption" in "Send" is not available on Test API. ',
		);
	});

	test('is named without a kind if several requests come near', () => {
		const two = api([variant({ label: 'one' }), variant({ label: 'two', path: 'other' })]);
		expect(() => buildRequest(two, operation, { recipient: '1', caption: 'a', reply: 'b' })).toThrow(
			'"Caption" and "Reply To" in "Send" is not available on Test API. ',
		);
	});

	test('is named together with the one that it can not be combined with', () => {
		const either = api([
			variant({ fields: { to: 'recipient', caption: 'caption' } }),
			variant({ fields: { to: 'recipient', reply: 'reply' } }),
		]);
		expect(() => buildRequest(either, operation, { recipient: '1', caption: 'a', reply: 'b' })).toThrow(
			/^"Send" with "Reply To" together is not available on Test API\. /,
		);
		expect(buildRequest(either, operation, { recipient: '1', reply: 'b' }).body).toEqual({ to: '1', reply: 'b' });
	});

	test('is the one in which the closest request differs', () => {
		const sizes = api([
			variant({ when: { kind: 'image', size: 'large' } }),
			variant({ when: { kind: 'video', size: 'small' } }),
		]);
		expect(() => buildRequest(sizes, operation, { recipient: '1', kind: 'video', size: 'large' })).toThrow(
			'"Send" with Kind "video" is not available on Test API. ',
		);
		const ordered = api([variant({ when: { kind: 'a', size: 'a' } }), variant({ when: { kind: 'b', size: 'a' } })]);
		expect(() => buildRequest(ordered, operation, { recipient: '1', kind: 'b', size: 'b' })).toThrow(
			'"Send" with Size "b" is not available on Test API. ',
		);
	});
});

describe('the Channel ID', () => {
	test.each([
		['channel_id', 5, { to: '1', channel_id: 5 }],
		['channel_id', undefined, { to: '1' }],
		[undefined, 5, { to: '1' }],
	])('of an API with the field %p and a credential with %p', (channelField, channelId, body) => {
		const contract = api([variant({})], { channelField });
		expect(buildRequest(contract, operation, { recipient: '1' }, { channelId }).body).toStrictEqual(body);
	});
});

describe('Additional Fields', () => {
	const contract = api([variant({ fields: { to: 'recipient', text: 'caption' } })]);
	const build = (additionalFields: Record<string, unknown>) =>
		buildRequest(
			contract,
			operation,
			{ recipient: '1', caption: 'a' },
			{ additionalFields: additionalFields as never },
		);

	test('are merged over the fields of the request', () => {
		expect(build({ text: 'b', more: 1 }).body).toEqual({ to: '1', text: 'b', more: 1 });
	});

	test('may repeat the recipient, and must not replace it (the order within a chat follows the panel)', () => {
		expect(build({ to: '1' }).body).toEqual({ to: '1', text: 'a' });
		expect(() => build({ to: '2' })).toThrow('Additional Fields would replace the recipient ("to"). Nothing was sent.');
	});
});

test('phone numbers are no private texts, other values are (errors show the last four digits of a number)', () => {
	const contract = api([
		variant({
			fields: { to: 'recipient', a: 'contactPhone', b: 'mentionedPhone', c: 'catalogPhone', text: 'caption' },
		}),
	]);
	const { privateTexts } = buildRequest(
		contract,
		operation,
		{ recipient: '9661', contactPhone: '9662', mentionedPhone: '9663', catalogPhone: '9664', caption: 'secret' },
		{ additionalFields: { more: 'hidden' } },
	);
	expect(privateTexts).toEqual(['secret', 'hidden']);
});
