import { cloud } from './cloud';
import type { Contract } from './endpoint';
import { go } from './go';

export const CONTRACTS = { go, cloud };

export const GO_PREFIX = '/api/v1';
export const CLOUD_PREFIX = '/v1';

/**
 * Which contract a path belongs to. Both live under `/api/v1`, because a tenant's own cloud host serves its API there;
 * the plural `messages` is cloud's alone.
 */
export function routeOf(path: string): { contract: Contract; endpointPath: string } {
	if (path.startsWith(`${CLOUD_PREFIX}/`)) {
		return { contract: cloud, endpointPath: path.slice(CLOUD_PREFIX.length + 1) };
	}
	const endpointPath = path.slice(GO_PREFIX.length + 1);
	return { contract: endpointPath.startsWith('messages/') ? cloud : go, endpointPath };
}
