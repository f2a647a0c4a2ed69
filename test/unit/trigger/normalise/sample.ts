import type { TriggerEvent } from '../../../../nodes/WhatsLoop/trigger/normalise/triggerEvent';

/** An event as it arrives, and the items that it must become. */
export interface Sample {
	name: string;
	body: object;
	/** One entry for each item. Only the named fields of an event and of its message are compared. */
	items: Array<Partial<Omit<TriggerEvent, 'message'>> & { message?: object | null }>;
}

/**
 * How well it is known that WhatsLoop sends this.
 * - `recorded`: a real delivery
 * - `provider code`: what the published code of the provider's older software sends
 * - `sibling`: what a consumer of a platform with the same documentation reads
 * - `deduced`: follows from several sources, no source says it
 * - `guess`: a name or a field in the style of the ones that are known
 * - `made up`: no sender is known, but the event must still be read
 */
export type SampleEvidence = 'recorded' | 'provider code' | 'sibling' | 'deduced' | 'guess' | 'made up';

/** The default export of each file in `shapes/`. */
export interface SampleFile {
	/** Where the samples come from. */
	source: string;
	evidence: SampleEvidence;
	samples: Sample[];
}
