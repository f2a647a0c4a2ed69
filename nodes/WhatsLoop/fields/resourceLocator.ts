/** The choice in a resource locator. An expression may give the value itself, without a mode. */
export function chosenIn(value: unknown): { mode?: unknown; value: unknown } {
	if (typeof value !== 'object' || value === null) return { value };
	return { mode: 'mode' in value ? value.mode : undefined, value: 'value' in value ? value.value : undefined };
}
