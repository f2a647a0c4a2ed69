import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** What npm tells its scripts about the package at hand; with it, an npm started here may work on the wrong folder. */
const NPM_SCRIPT_VARIABLE = /^(npm_(package|lifecycle|config_local_prefix|command|execpath|node_execpath)|INIT_CWD$)/i;

/** This process's environment for an npm that works elsewhere and runs on the given Node. */
export function npmEnvironment(nodePath: string): NodeJS.ProcessEnv {
	const inherited = Object.entries(process.env).filter(([name]) => !NPM_SCRIPT_VARIABLE.test(name));
	const nodePrefix = dirname(dirname(nodePath));
	// With Node's own headers at hand node-gyp need not download them.
	const hasHeaders = existsSync(join(nodePrefix, 'include', 'node', 'node.h'));
	return {
		...Object.fromEntries(inherited),
		...pathWithNode(nodePath),
		...(hasHeaders && { npm_config_nodedir: nodePrefix }),
	};
}

/** PATH on which `node` is the given one. */
export const pathWithNode = (nodePath: string) => ({
	PATH: [dirname(nodePath), process.env.PATH].filter(Boolean).join(delimiter),
});
