/**
 * Reads `a.b.c` from unknown data without ever throwing: an answer may have any shape.
 *
 * @returns the value, or undefined where the path ends early
 */
export function readPath(data: unknown, path: string): unknown {
	let current = data;
	for (const key of path.split('.')) {
		if (typeof current !== 'object' || current === null) return undefined;
		current = Object.hasOwn(current, key) ? (current as Record<string, unknown>)[key] : undefined;
	}
	return current;
}
