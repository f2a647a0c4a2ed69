/** Everything under this path belongs to the sandbox itself and to neither API. */
export const CONTROL_PREFIX = '/_sandbox';
