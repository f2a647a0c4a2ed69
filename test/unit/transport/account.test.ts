import fc from 'fast-check';
import { contracts, defaultContract } from '../../../nodes/WhatsLoop/contracts';
import type { Contract } from '../../../nodes/WhatsLoop/contracts/contract';
import { InputError } from '../../../nodes/WhatsLoop/input/InputError';
import { readAccount } from '../../../nodes/WhatsLoop/transport/account';

test.each([
	...contracts.map((contract): [string, Contract] => [contract.id, contract]),
	[undefined, defaultContract],
	['', defaultContract],
])('API Version %p means its contract, and the documented one if none is named', (apiVersion, contract) => {
	expect(readAccount({ apiVersion } as never).contract).toBe(contract);
});

test.each(['something newer', 'constructor', 'GO', 7])(
	'API Version %p is refused (another contract would send the token to the wrong host)',
	(apiVersion) => {
		const read = () => readAccount({ apiVersion } as never);
		expect(read).toThrow(InputError);
		expect(read).toThrow('This version of the WhatsLoop node does not know the API Version of the credential');
	},
);

describe('the Base URL', () => {
	test.each([
		['https://go-wloop.net/api/v1', 'https://go-wloop.net/api/v1'],
		[' https://go-wloop.net/api/v1/// ', 'https://go-wloop.net/api/v1'],
		['HTTP://127.0.0.1:8080', 'HTTP://127.0.0.1:8080'],
		['', 'https://go-wloop.net/api/v1'],
		[undefined, 'https://go-wloop.net/api/v1'],
		['/', 'https://go-wloop.net/api/v1'],
	])('%p becomes %s', (baseUrl, expected) => {
		expect(readAccount({ apiVersion: 'go', baseUrl } as never).baseUrl).toBe(expected);
	});

	test.each([
		'go-wloop.net',
		'ftp://go-wloop.net',
		'https://',
		'javascript:alert(1)',
		'//go-wloop.net',
		'ftp:https://go-wloop.net',
	])('%p is refused', (baseUrl) => {
		expect(() => readAccount({ apiVersion: 'go', baseUrl })).toThrow(InputError);
	});

	test.each([
		['https://user:pass@example.com/api', /contains a user name or password/, /Remove everything between \/\/ and @/],
		['https://user@example.com/api', /contains a user name or password/, /Remove everything between \/\/ and @/],
		['https://:pass@example.com/api', /contains a user name or password/, /Remove everything between \/\/ and @/],
		['https://example.com/api?key=1', /contains a query/, /Remove the \?/],
		['https://example.com/api?', /contains a query/, /Remove the \?/],
		['https://example.com/api#top', /contains a fragment/, /Remove the #/],
		['https://example.com/api#', /contains a fragment/, /Remove the #/],
		['http://example.com/api', /starts with http:\/\/, so the API Token would cross/, /Start it with https/],
		[
			'https://api.whatsloop.net/v1',
			/is the address of WhatsLoop Cloud, but the API Version is WhatsLoop v1/,
			/Change the API/,
		],
		['https://API.whatsloop.net.attacker.example/?', /contains a query/, /Remove/],
	])('%s is refused with what to do', (baseUrl, message, whatToDo) => {
		const read = () => readAccount({ apiVersion: 'go', baseUrl });
		expect(read).toThrow(InputError);
		expect(read).toThrow(message);
		try {
			read();
		} catch (error) {
			expect((error as InputError).description).toMatch(whatToDo);
		}
	});

	test('of v1 is refused on cloud, and the other way round', () => {
		const read = () => readAccount({ apiVersion: 'cloud', baseUrl: 'https://go-wloop.net/api/v1' });
		expect(read).toThrow('is the address of WhatsLoop v1, but the API Version is WhatsLoop Cloud');
	});

	test.each([
		'http://localhost:3939',
		'http://sandbox:3939/v1',
		'http://192.168.1.5',
		'http://[::1]:80',
		'http://n8n.lan',
	])('%s may be plain http (it is in the own network)', (baseUrl) => {
		expect(readAccount({ apiVersion: 'go', baseUrl }).baseUrl).toBe(baseUrl);
	});

	test('does not change when it is cleaned again', () => {
		fc.assert(
			fc.property(fc.webUrl({ validSchemes: ['https'] }), fc.nat(5), (url, slashes) => {
				const { baseUrl } = readAccount({ baseUrl: url + '/'.repeat(slashes) });
				expect(baseUrl.endsWith('/')).toBe(false);
				expect(readAccount({ baseUrl }).baseUrl).toBe(baseUrl);
			}),
		);
	});
});

describe('the Channel ID', () => {
	test.each([
		['5', 5],
		['1', 1],
		[' 5 ', 5],
		['  ', undefined],
		[5, 5],
		['', undefined],
		[null, undefined],
		[undefined, undefined],
	])('%p is %p on cloud', (channelId, expected) => {
		expect(readAccount({ apiVersion: 'cloud', channelId } as never).channelId).toBe(expected);
	});

	test.each(['0', '-1', '1.5', 'five', 'Infinity'])('%p is refused on cloud, and ignored on go', (channelId) => {
		expect(() => readAccount({ apiVersion: 'cloud', channelId })).toThrow(InputError);
		expect(readAccount({ apiVersion: 'go', channelId }).channelId).toBeUndefined();
	});
});

describe('the API Token', () => {
	test('is used without the white space around it', () => {
		expect(readAccount({ apiToken: ' wl_abc\n' }).token).toBe('wl_abc');
	});

	test.each(['wl_\u200babc', 'wl abc', 'wl\nabc', 'رمز'])(
		'%p is refused (a header can not contain it, or no token looks like it)',
		(apiToken) => {
			expect(() => readAccount({ apiToken })).toThrow(InputError);
		},
	);
});
