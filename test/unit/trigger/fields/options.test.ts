import type { IDataObject } from 'n8n-workflow';
import { readOptions } from '../../../../nodes/WhatsLoop/trigger/fields/options';
import type { TriggerContext } from '../../../../nodes/WhatsLoop/trigger/fields/triggerContext';

const MEGABYTE = 1024 * 1024;
const HOUR_MS = 3_600_000;

const read = (given: IDataObject) => readOptions({ getNodeParameter: () => given } as unknown as TriggerContext);

test('without any option the defaults apply', () => {
	expect(read({})).toEqual({
		ignoreOwn: true,
		ignoreGroups: false,
		chats: undefined,
		messageTypes: undefined,
		ackStatuses: undefined,
		deduplicate: true,
		downloadMedia: false,
		markAsRead: false,
		includeRaw: true,
		maxBodyBytes: 5 * MEGABYTE,
		maxEventAgeMs: 24 * HOUR_MS,
		allowLocalAddresses: false,
	});
});

test('lists let only their entries in, and empty lists everything', () => {
	const setsIn = (given: IDataObject) => {
		const { messageTypes, ackStatuses } = read(given);
		return [messageTypes && [...messageTypes], ackStatuses && [...ackStatuses]];
	};
	expect(setsIn({ messageTypes: ['text', 'image'], ackStatuses: 'read' })).toEqual([['text', 'image'], ['read']]);
	expect(setsIn({ messageTypes: [], ackStatuses: '' })).toEqual([undefined, undefined]);
});

test.each<[string, unknown, number]>([
	['a number', 2, 2],
	['a number as text', '0.5', 0.5],
	['nothing', null, 5],
	['zero, which would refuse every event', 0, 5],
	['a negative number', -1, 5],
	['no number', 'many', 5],
	['infinity', Number.POSITIVE_INFINITY, 5],
])('the largest body may be %s', (_name, given, megabytes) => {
	expect(read({ maxBodySize: given as never }).maxBodyBytes).toBe(megabytes * MEGABYTE);
});

test.each<[string, unknown, number]>([
	['a number of hours', 2, 2],
	['zero, for no limit', 0, Number.POSITIVE_INFINITY],
	['nothing', null, 24],
	['a negative number', -1, 24],
	['no number', 'old', 24],
	['infinity', Number.POSITIVE_INFINITY, 24],
])('the greatest age of an event may be %s', (_name, given, hours) => {
	expect(read({ maxEventAge: given as never }).maxEventAgeMs).toBe(hours * HOUR_MS);
});
