import { countDeliveries } from '../../../bench/deliveries';

describe('counting what became of messages', () => {
	test('counts delivered once, lost and duplicated messages separately, by their texts', () => {
		expect(countDeliveries(['a', 'b', 'c', 'd'], ['a', 'b', 'b', 'd', 'd', 'd'])).toEqual({
			once: 1,
			lost: 1,
			duplicated: 2,
			extraCopies: 3,
		});
	});

	test('does not let a duplicate replace a lost message (the sum would look right)', () => {
		expect(countDeliveries(['a', 'b'], ['a', 'a'])).toMatchObject({ once: 0, lost: 1, duplicated: 1 });
	});

	test('ignores what was not sent by this measurement', () => {
		expect(countDeliveries(['a'], ['a', 'warm-up'])).toEqual({ once: 1, lost: 0, duplicated: 0, extraCopies: 0 });
	});
});
