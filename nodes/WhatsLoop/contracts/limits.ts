import { InputError } from '../input/InputError';
import { readPath } from './readPath';
import type { Labels, Limit, RequestVariant, Values } from './contract';

/** Every value that `sections[].rows[].title` points at, each with the place where it stands, in the words of the panel. */
function collect(
	data: unknown,
	steps: string[],
	labels: Labels,
	where: string[] = [],
): Array<{ value: unknown; where: string }> {
	if (steps.length === 0 || data === undefined || data === null) return [{ value: data, where: where.join(', ') }];
	const [step, ...rest] = steps;
	const isList = step.endsWith('[]');
	const name = isList ? step.slice(0, -2) : step;
	const value = readPath(data, name);
	const label = labels[name] ?? name;
	if (!isList) return collect(value, rest, labels, [...where, label]);
	const entries: unknown[] = Array.isArray(value) ? value : [];
	return entries.flatMap((entry, index) => collect(entry, rest, labels, [...where, `${label} ${index + 1}`]));
}

function excess(value: unknown, limit: Limit): string | undefined {
	if ('maxEntries' in limit) {
		const count = Array.isArray(value) ? value.length : 0;
		return count > limit.maxEntries ? `has ${count} entries, WhatsLoop takes ${limit.maxEntries} at most` : undefined;
	}
	// Code points, as the provider's language counts them, not UTF-16 units: an emoji is one character.
	const length = typeof value === 'string' ? [...value].length : 0;
	return length > limit.maxCharacters
		? `is ${length} characters long, WhatsLoop takes ${limit.maxCharacters} at most`
		: undefined;
}

/**
 * Checks what the API would refuse before a request is spent on it.
 *
 * @throws InputError naming the place and both numbers
 */
export function checkLimits(variant: RequestVariant, values: Values, labels: Labels): void {
	for (const [path, limit] of Object.entries(variant.limits ?? {})) {
		for (const { value, where } of collect(values, path.split('.'), labels)) {
			const problem = excess(value, limit);
			if (problem)
				throw new InputError(
					`"${where}" ${problem}. Nothing was sent.`,
					'Shorten it, or split it into several messages.',
				);
		}
	}
}
