import type { INode } from 'n8n-workflow';
import { seeded } from '../../../../scripts/random';
import { contracts } from '../../../../nodes/WhatsLoop/contracts';
import { CONTRACTS as SANDBOX_CONTRACTS, type ContractName } from '../../../../sandbox';
import { FAULTS, type Fault } from './faults';

/** What a run does. */
export const KINDS = ['send', 'read'] as const;
export const CONTRACTS = Object.keys(SANDBOX_CONTRACTS) as ContractName[];

/** The items of a run, and the one that meets the fault. */
export interface Layout {
	name: string;
	count: number;
	faultAt: number;
	concurrency: number;
}

export const LAYOUTS: readonly Layout[] = [
	{ name: 'one item', count: 1, faultAt: 0, concurrency: 1 },
	{ name: 'the middle of 50', count: 50, faultAt: 25, concurrency: 1 },
	{ name: 'the middle of 50, four at once', count: 50, faultAt: 25, concurrency: 4 },
];

/** What the node's own settings say about errors. */
export const SETTINGS = {
	stop: {},
	continue: { onError: 'continueRegularOutput' },
	'error output': { onError: 'continueErrorOutput' },
	'Retry On Fail': { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 },
} satisfies Record<string, Partial<INode>>;

export type SettingName = keyof typeof SETTINGS;

/** Limits of *Sending & Retries* in every run. */
export const DELIVERY = { maxRetries: 2, maxTotalWait: 60, requestTimeout: 1 };

/**
 * How long a run may take, in milliseconds of real time. Each attempt, and each read of the chat after it, may take its
 * Request Timeout. Waits are scaled and take little time.
 */
export function longestRunMs({ fault, layout, setting }: Cell): number {
	const faultyItems = fault.persists ? layout.count : 1;
	const attempts = 3 * (DELIVERY.maxRetries + 1) * triesOf(setting);
	return 20_000 + faultyItems * attempts * DELIVERY.requestTimeout * 1000;
}

/** How often n8n runs the node. */
export const triesOf = (setting: SettingName): number => (setting === 'Retry On Fail' ? 2 : 1);

/** The items of a run share this many chats, so that the order within a chat can be checked. */
export const CHATS = 7;

export interface Cell {
	fault: Fault;
	kind: (typeof KINDS)[number];
	contract: ContractName;
	layout: Layout;
	setting: SettingName;
}

/** An API without such a read refuses it before any request. */
export const isKnown = ({ kind, contract }: Cell): boolean =>
	kind === 'send' || contracts.some(({ id, operations }) => id === contract && 'message.get' in operations);

export const nameOf = ({ fault, kind, contract, layout, setting }: Cell): string =>
	[fault.name, kind, contract, layout.name, setting].join(' × ');

const settingNames = Object.keys(SETTINGS) as SettingName[];

const layoutFor = ({ mostItems = Infinity }: Fault, layout: Layout): Layout =>
	layout.count <= mostItems ? layout : { ...layout, count: mostItems, faultAt: Math.floor(mostItems / 2) };

/** The whole matrix. */
export const CELLS: readonly Cell[] = FAULTS.flatMap((fault) =>
	KINDS.flatMap((kind) =>
		CONTRACTS.flatMap((contract) =>
			LAYOUTS.map((layout) => layoutFor(fault, layout)).flatMap((layout) =>
				settingNames.map((setting) => ({ fault, kind, contract, layout, setting })),
			),
		),
	),
);

/** One cell of every fault, and a number of others that the seed chooses. */
export function sampleOf(cells: readonly Cell[], more: number, seed: number): Cell[] {
	const random = seeded(seed);
	const shuffled = cells
		.map((cell) => ({ cell, place: random() }))
		.sort((a, b) => a.place - b.place)
		.map(({ cell }) => cell);
	const seen = new Set<Fault>();
	const first = shuffled.filter((cell) => isKnown(cell) && !seen.has(cell.fault) && seen.add(cell.fault));
	const chosen = new Set(first);
	return [...first, ...shuffled.filter((cell) => !chosen.has(cell)).slice(0, more)];
}
