import type { EventRules } from '../contract';

export const events: EventRules = {
	// seen in production: every event carries x-webhook-signature, and the client that was seen insists on it
	alwaysSigned: true,
	// no request is known that tells whether WhatsApp is connected
	readConnected: () => undefined,
};
