import { countryOfCode, countryOfNumber, lengthsInWords } from '../../../nodes/WhatsLoop/input/countryTable';

test.each([
	[[9], '9'],
	[[9, 8], '8 or 9'],
	[[10, 7, 9], '7, 9 or 10'],
	[[10, 9, 8], '8 to 10'],
	[[9, 5, 6, 7, 8], '5 to 9'],
	[[5, 6, 7, 9], '5, 6, 7 or 9'],
])('the lengths %j are "%s"', (lengths, words) => {
	expect(lengthsInWords(new Set(lengths))).toBe(words);
});

test('a country has its English name and the lengths of its numbers', () => {
	expect(countryOfCode('966')).toMatchObject({ code: '966', name: 'Saudi Arabia', keepsZero: false });
	expect([...(countryOfCode('966')?.lengths ?? [])]).toEqual([9]);
	expect([...(countryOfCode('31')?.lengths ?? [])]).toEqual([9, 11]);
	expect([...(countryOfCode('20')?.lengths ?? [])]).toEqual([8, 9, 10]);
});

test('a name gets the article that it needs in a sentence', () => {
	expect(countryOfCode('31')?.name).toBe('the Netherlands');
});

test('a code of several countries is marked', () => {
	expect(countryOfCode('1')?.name).toBe('the United States and others');
	expect(countryOfCode('966')?.name).not.toContain('others');
});

test('a country whose numbers keep their zero is marked', () => {
	expect(countryOfCode('39')?.keepsZero).toBe(true);
	expect(countryOfCode('44')?.keepsZero).toBe(false);
});

test('mobiles that may start with the code of their country have lengths of their own', () => {
	expect([...(countryOfCode('39')?.lengthsStartingWithCode ?? [])]).toEqual([9, 10]);
	expect([...(countryOfCode('966')?.lengthsStartingWithCode ?? [])]).toEqual([]);
});

test('an international service has a code, and no lengths', () => {
	expect(countryOfCode('800')).toEqual({
		code: '800',
		name: 'an international service',
		keepsZero: false,
		lengthsStartingWithCode: new Set(),
	});
});

test('the country of a number is that of its first one, two or three digits', () => {
	expect(countryOfNumber('12025550123')?.code).toBe('1');
	expect(countryOfNumber('201001234567')?.code).toBe('20');
	expect(countryOfNumber('966501234567')?.code).toBe('966');
	expect(countryOfNumber('210')).toBeUndefined();
	expect(countryOfCode('')).toBeUndefined();
});
