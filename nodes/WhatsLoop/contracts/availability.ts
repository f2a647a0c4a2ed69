import type { Contract } from './contract';
import { contracts } from './index';

const namesOf = (some: readonly Contract[]): string => some.map(({ name }) => name).join(' and ');

const valueNames = (contract: Contract, operation: string): string[] =>
	(contract.operations[operation] ?? []).flatMap(({ fields }) =>
		Object.values(fields).map((source) => (typeof source === 'string' ? source : source.value)),
	);

/**
 * Says in a hint of the panel which APIs lack an operation, so that no text outside this folder names one.
 *
 * @param operation `resource.operation`
 * @param value a value that a request of the operation must carry, if the operation is not enough to know it
 * @returns a sentence, or an empty text where every API has it
 */
export function notAvailableOn(operation: string, value?: string): string {
	const lacking = contracts.filter((contract) =>
		value === undefined
			? contract.operations[operation] === undefined
			: !valueNames(contract, operation).includes(value),
	);
	return lacking.length === 0 ? '' : `Not available on ${namesOf(lacking)}.`;
}

/** The APIs that sign every event, by name. */
export const alwaysSignedNames = (): string => namesOf(contracts.filter(({ events }) => events.alwaysSigned));
