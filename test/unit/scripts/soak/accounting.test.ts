import { accountForEvents, accountForSends, type InboundEvent } from '../../../../scripts/soak/accounting';

describe('rows that were to be sent', () => {
	test('count as once, lost, duplicated or failed by what arrived', () => {
		const rows = [
			{ text: 'once', state: 'sent' as const },
			{ text: 'lost', state: 'sent' as const },
			{ text: 'twice', state: 'sent' as const },
			{ text: 'failed', state: 'failed' as const },
			{ text: 'failed and arrived', state: 'failed' as const },
			{ text: 'never told', state: 'unknown' as const },
		];
		expect(accountForSends(rows, ['once', 'twice', 'twice', 'failed and arrived'])).toEqual({
			rows: 6,
			once: 2,
			failedAndNotSent: 1,
			failedAndSentOnce: 1,
			duplicated: ['twice'],
			lost: ['lost'],
			unaccounted: ['never told'],
		});
	});

	test.each(['sent', 'failed', 'unknown'] as const)('that are %s and arrived twice are duplicated', (state) => {
		expect(accountForSends([{ text: 'a', state }], ['a', 'a']).duplicated).toEqual(['a']);
	});
});

describe('events that came in', () => {
	const taken = (id: string, more: Partial<InboundEvent> = {}): InboundEvent => ({
		id,
		sentAtMs: 0,
		takenAtMs: 100,
		attempts: 1,
		...more,
	});
	const evidence = { reached: [], crashed: new Set<string>(), killsAtMs: [] };

	test('are lost where n8n took them and no execution has them', () => {
		const events = [taken('once'), taken('lost'), taken('twice')];
		expect(accountForEvents(events, { ...evidence, reached: ['once', 'twice', 'twice'] })).toEqual({
			events: 3,
			once: 1,
			redelivered: 0,
			crashed: [],
			againAfterKill: [],
			givenUp: [],
			duplicated: ['twice'],
			lost: ['lost'],
		});
	});

	test('are crashed, not lost, where n8n lists their execution so (the user sees it there)', () => {
		const account = accountForEvents([taken('a'), taken('b')], { ...evidence, crashed: new Set(['a']) });
		expect(account).toMatchObject({ crashed: ['a'], lost: ['b'] });
	});

	test('count as once where they reached the workflow before their execution crashed', () => {
		const account = accountForEvents([taken('a')], { ...evidence, reached: ['a'], crashed: new Set(['a']) });
		expect(account).toMatchObject({ once: 1, crashed: [], lost: [] });
	});

	test('are given up, not lost, where n8n never took them (the service knows)', () => {
		const account = accountForEvents([{ id: 'a', sentAtMs: 0, attempts: 11 }], evidence);
		expect(account).toMatchObject({ givenUp: ['a'], redelivered: 1, lost: [] });
	});

	test('may come twice where n8n was killed before it answered the first delivery', () => {
		const events = [taken('a', { sentAtMs: 9900, takenAtMs: 30_000, attempts: 2 })];
		const twice = { ...evidence, reached: ['a', 'a'] };
		expect(accountForEvents(events, { ...twice, killsAtMs: [10_000] })).toMatchObject({
			againAfterKill: ['a'],
			duplicated: [],
		});
		expect(accountForEvents(events, { ...twice, killsAtMs: [5000, 40_000] })).toMatchObject({
			againAfterKill: [],
			duplicated: ['a'],
		});
	});
});
