import { readRecipient } from '../../../nodes/WhatsLoop/fields/recipient';
import { InputError } from '../../../nodes/WhatsLoop/input/InputError';
import { readerOf } from '../input/parameters';

describe('the recipient', () => {
	const read = (recipient: unknown, options = {}) => readRecipient(readerOf({ recipient, options }));

	test.each<[unknown, string]>([
		['+966501234567', '966501234567'],
		[966501234567, '966501234567'],
		[{ mode: 'phone', value: '+966501234567' }, '966501234567'],
		[{ mode: 'list', value: '966501234567@c.us' }, '966501234567@c.us'],
		[{ mode: 'chatId', value: ' 1203@g.us ' }, '1203@g.us'],
		[{ value: '966501234567' }, '966501234567'],
	])('%j is %s', (recipient, expected) => {
		expect(read(recipient)).toBe(expected);
	});

	test.each([
		undefined,
		null,
		'',
		{},
		{ mode: 'phone', value: null },
		{ mode: 'chatId', value: '966501234567' },
		{ mode: 'chatId' },
		[],
	])('%j is refused', (recipient) => {
		expect(() => read(recipient)).toThrow(InputError);
	});
});
