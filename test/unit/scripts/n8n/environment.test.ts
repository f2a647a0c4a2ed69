import { n8nEnvironment } from '../../../../scripts/n8n/environment';
import { N8N_SPECS } from '../../../../scripts/n8n/versions';

const environment = (version: keyof typeof N8N_SPECS = '2.41.1') =>
	n8nEnvironment({ version, nodePath: '/nodes/24/bin/node', userFolder: '/data', port: 20001, brokerPort: 20002 });

describe("n8n's environment", () => {
	const foreign = { N8N_ENCRYPTION_KEY: 'mine', DB_TYPE: 'postgresdb', HTTPS_PROXY: 'http://proxy.example' };
	const before = { ...process.env };

	beforeEach(() => Object.assign(process.env, foreign));
	afterEach(() => {
		for (const name of Object.keys(foreign)) delete process.env[name];
		Object.assign(process.env, before);
	});

	test("takes nothing from the user's own n8n (its database must stay untouched)", () => {
		expect(environment()).toMatchObject({ DB_TYPE: 'sqlite', N8N_USER_FOLDER: '/data' });
		expect(environment().N8N_ENCRYPTION_KEY).not.toBe('mine');
		expect(environment()).not.toHaveProperty('HTTPS_PROXY');
	});

	test('names no host but 127.0.0.1', () => {
		const hosts = Object.values(environment()).flatMap((value) => [...(value ?? '').matchAll(/https?:\/\/([^/:]+)/g)]);

		expect(hosts.length).toBeGreaterThan(0);
		expect(new Set(hosts.map(([, host]) => host))).toEqual(new Set(['127.0.0.1']));
	});

	test('finds the Node of that n8n first (n8n starts its task runner by name)', () => {
		expect(environment().PATH).toMatch(/^\/nodes\/24\/bin:/);
	});

	test('turns off only modules that the version knows (an unknown one stops its start)', () => {
		expect(environment('2.41.1').N8N_DISABLED_MODULES).toContain('mcp-registry');
		expect(environment('2.8.4').N8N_DISABLED_MODULES).toBe('');
	});
});
