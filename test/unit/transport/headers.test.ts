import { readHeader } from '../../../nodes/WhatsLoop/transport/headers';

test.each<[string, Record<string, unknown>, string | undefined]>([
	['in any case of its name', { 'RETRY-after': '5' }, '5'],
	['without the white space around it', { 'retry-after': ' 5\t' }, '5'],
	['as a number', { 'retry-after': 5 }, '5'],
	['as the first of several', { 'retry-after': ['5', '6'] }, '5'],
	['not where it is missing', { 'retry-before': '5' }, undefined],
	['not where it is no text', { 'retry-after': { toString: () => '5' } }, undefined],
	['not where its list is empty', { 'retry-after': [] }, undefined],
])('a header is read %s', (_name, headers, value) => {
	expect(readHeader(headers, 'Retry-After')).toBe(value);
});
