import { join } from 'node:path';
import type { N8nSpec } from './versions';

/** The Node that an n8n version runs on. */
export type NodeRuntime =
	| { kind: 'running'; nodePath: string; id: string }
	| { kind: 'package'; packageName: string; version: string; id: string };

export interface Machine {
	platform: NodeJS.Platform;
	arch: string;
	/** As in process.versions.node */
	nodeVersion: string;
	/** As in process.versions.modules: native modules fit only their own number. */
	nodeAbi: string;
	nodePath: string;
}

export const thisMachine = (): Machine => ({
	platform: process.platform,
	arch: process.arch,
	nodeVersion: process.versions.node,
	nodeAbi: process.versions.modules,
	nodePath: process.execPath,
});

/**
 * Takes the running Node where this n8n supports it, else a Node that npm brings. `id` names platform, processor and
 * native interface: what an installation's native modules depend on.
 *
 * @throws Error on Windows, for which n8n's own build steps are not proven
 */
export function chooseNodeRuntime(spec: N8nSpec, machine: Machine): NodeRuntime {
	const { platform, arch, nodeVersion, nodeAbi, nodePath } = machine;
	if (platform === 'win32') throw new Error('Fetching n8n is not supported on Windows itself. Use WSL.');
	const runningMajor = Number.parseInt(nodeVersion, 10);
	if (spec.nodeMajors.includes(runningMajor)) {
		return { kind: 'running', nodePath, id: `${platform}-${arch}-abi${nodeAbi}` };
	}
	const packageName = `node-${platform}-${arch}`;
	const version = spec.nodePackageVersion;
	return { kind: 'package', packageName, version, id: `${packageName}@${version}` };
}

/** Where the Node of an installation in `directory` is. */
export function nodePathIn(directory: string, runtime: NodeRuntime): string {
	if (runtime.kind === 'running') return runtime.nodePath;
	return join(directory, 'node', 'node_modules', runtime.packageName, 'bin', 'node');
}
