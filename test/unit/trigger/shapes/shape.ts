import type { TriggerEvent } from '../../../../nodes/WhatsLoop/trigger/normalise/triggerEvent';

/** An event as it arrives, and what must be read out of it. */
export interface Shape {
	name: string;
	body: object;
	/** One entry for each item; of the event and of its message only what is named here is compared. */
	items: Array<Partial<Omit<TriggerEvent, 'message'>> & { message?: object | null }>;
}
