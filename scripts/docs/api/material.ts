import { contracts } from '../../../nodes/WhatsLoop/contracts';
import type { Contract } from '../../../nodes/WhatsLoop/contracts/contract';
import { startSandbox } from '../../../sandbox';
import { knownEndpoints, type KnownEndpoint } from './endpoints';
import { eventExamples, type KnownEvent } from './eventExamples';
import { apiExamples, failureExamples, type Example, type ExampleAnswer } from './examples';

/** Everything that the documents of one API are made of. */
export interface ApiMaterial {
	contract: Contract;
	endpoints: KnownEndpoint[];
	examples: Example[];
	failures: Map<number, ExampleAnswer>;
	events: KnownEvent[];
}

/** Collects it for every API, with a sandbox that runs as long as that takes. */
export async function apiMaterial(): Promise<ApiMaterial[]> {
	const sandbox = await startSandbox();
	try {
		const material: ApiMaterial[] = [];
		for (const contract of contracts) {
			material.push({
				contract,
				endpoints: knownEndpoints(contract),
				examples: await apiExamples(sandbox, contract),
				failures: await failureExamples(sandbox, contract),
				events: eventExamples(sandbox, contract),
			});
		}
		return material;
	} finally {
		await sandbox.close();
	}
}
