import type { EventRules } from '../contract';
import { readPath } from '../readPath';

/** Words that the engines of this family use for a WhatsApp that is not connected. */
const NOT_CONNECTED = /^(dis|not.?)connected$|^(close[d]?|logged.?out|offline|qr|unpaired)$/i;

/** The fields are known from `session/status` (sibling). An unclear value counts as unknown. */
function readConnected(body: unknown): boolean | undefined {
	const connected = readPath(body, 'data.connected');
	if (typeof connected === 'boolean') return connected;
	const status = readPath(body, 'data.status');
	if (typeof status !== 'string') return undefined;
	return NOT_CONNECTED.test(status.trim()) ? false : undefined;
}

export const events: EventRules = {
	// the documentation of 2023 does not speak of signatures
	alwaysSigned: false,
	readConnected,
};
