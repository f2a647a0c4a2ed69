import { homedir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder, cacheKey } from '../../../../scripts/cache/folder';

describe('the cache folder', () => {
	test('is in the folder of the user for caches (XDG base directory specification)', () => {
		expect(cacheFolder({ XDG_CACHE_HOME: '/caches' })).toBe(join('/caches', 'n8n-nodes-whatsloop'));
	});

	test.each([{}, { XDG_CACHE_HOME: '' }])('is ~/.cache if the user sets no folder: %j', (environment) => {
		expect(cacheFolder(environment)).toBe(join(homedir(), '.cache', 'n8n-nodes-whatsloop'));
	});
});

describe('the cache key', () => {
	test('stays the same for the same parts (the installation is found again)', () => {
		expect(cacheKey('manifest', 'lock')).toBe(cacheKey('manifest', 'lock'));
		expect(cacheKey('manifest', 'lock')).toMatch(/^[0-9a-f]{12}$/);
	});

	test.each([
		['another lock', ['manifest', 'lock2']],
		['the same text cut elsewhere', ['manifestl', 'ock']],
		['a part more', ['manifest', 'lock', '']],
	])('differs with %s', (_case, parts) => {
		expect(cacheKey(...parts)).not.toBe(cacheKey('manifest', 'lock'));
	});
});
