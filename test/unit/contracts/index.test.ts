import { contractFor, contracts, defaultContract } from '../../../nodes/WhatsLoop/contracts';
import { cloud } from '../../../nodes/WhatsLoop/contracts/cloud';
import { go } from '../../../nodes/WhatsLoop/contracts/go';
import { InputError } from '../../../nodes/WhatsLoop/input/InputError';
import { privateTextsIn } from '../../../nodes/WhatsLoop/contracts/privateTexts';

describe('the contract of a credential', () => {
	test.each([undefined, null, ''])('is the documented one if the API Version is %p', (apiVersion) => {
		expect(contractFor(apiVersion)).toBe(defaultContract);
		expect(defaultContract).toBe(go);
	});

	test('is the one that the API Version names', () => {
		expect(contracts.map(({ id }) => contractFor(id))).toEqual(contracts);
	});

	test.each(['v2', ' ', 0, false, {}])(
		'is refused if the API Version is %p (the token would go to a wrong host)',
		(id) => {
			expect(() => contractFor(id)).toThrow(InputError);
			expect(() => contractFor(id)).toThrow('does not know the API Version of the credential');
		},
	);
});

const V1_TOKEN = `${'0a'.repeat(16)}_${'z9'.repeat(20)}`;

describe('the form of a token', () => {
	test.each([
		[V1_TOKEN, [true, false]],
		[V1_TOKEN.toUpperCase(), [true, false]],
		[`${V1_TOKEN}0`, [false, false]],
		[`0${V1_TOKEN}`, [false, false]],
		[V1_TOKEN.replace('_', '-'), [false, false]],
		[V1_TOKEN.replace('0a', 'ga'), [false, false]],
		[V1_TOKEN.slice(0, -1), [false, false]],
		['wl_live_1', [false, true]],
		['my wl_live_1', [false, false]],
		['', [false, false]],
	])('%s is one of v1, of Cloud: %j', (token, [isV1, isCloud]) => {
		expect([go, cloud].map(({ tokenForm }) => tokenForm.pattern.test(token))).toEqual([isV1, isCloud]);
	});
});

test('the request that tests a credential of WhatsLoop Cloud is refused for its missing fields by a right token', () => {
	expect(cloud.probe).toMatchObject({ method: 'POST', body: {}, acceptedStatusCodes: [400, 422] });
	expect(go.probe).toMatchObject({ method: 'GET', acceptedStatusCodes: [] });
});

test('the texts that a user filled in are found at any depth, without numbers of buttons and rows', () => {
	expect(
		privateTextsIn({ a: 'text', b: [{ id: '1', title: 'Yes' }, { id: '12' }, { id: '123' }, { id: 'x1' }] }),
	).toEqual(['text', 'Yes', '123', 'x1']);
	for (const nothing of [undefined, null, 5, true]) expect(privateTextsIn(nothing)).toEqual([]);
});
