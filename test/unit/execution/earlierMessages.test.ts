import type { IDataObject } from 'n8n-workflow';
import { EarlierMessages } from '../../../nodes/WhatsLoop/execution/earlierMessages';

const HOUR_MS = 3_600_000;
const NOW_MS = 1_700_000_000_000;
const CHAT = '966501234567';

const record = (id: string, hoursAgo: number, more: IDataObject = {}): IDataObject => ({
	key: { id, remoteJid: `${CHAT}@c.us`, fromMe: true, ...more },
	message: { conversation: 'Hello' },
	messageTimestamp: (NOW_MS - hoursAgo * HOUR_MS) / 1000,
});

/** Notes the moment back to which each read goes. */
function reading(records: IDataObject[]) {
	const sinceMs: number[] = [];
	const read = async (since: number) => {
		sinceMs.push(since);
		return records;
	};
	return { sinceMs, read };
}

const words = { text: 'Hello' };

test('a message with the same words within the time is found, the oldest first, and each answers one item', async () => {
	const { read } = reading([record('new', 1), record('old', 2)]);
	const earlier = new EarlierMessages(new Set());
	const ids = [];
	for (let item = 0; item < 3; item++) ids.push((await earlier.claim(CHAT, words, 24, NOW_MS, read))?.messageId);
	expect(ids).toEqual(['old', 'new', undefined]);
});

test('what is older than the time, of another chat, or of another item does not count', async () => {
	const { read } = reading([
		record('late', 25),
		record('elsewhere', 1, { remoteJid: '966500000000@c.us' }),
		record('taken', 1),
	]);
	const earlier = new EarlierMessages(new Set(['taken']));
	expect(await earlier.claim(CHAT, words, 24, NOW_MS, read)).toBeUndefined();
});

test('records that are no message of the account are passed over', async () => {
	const { read } = reading([{}, record('theirs', 1, { fromMe: false }), record('ours', 1)]);
	expect((await new EarlierMessages(new Set()).claim(CHAT, words, 24, NOW_MS, read))?.messageId).toBe('ours');
});

test('the messages are read once for items that follow, and again only for a longer time', async () => {
	const { sinceMs, read } = reading([]);
	const earlier = new EarlierMessages(new Set());
	await earlier.claim(CHAT, words, 24, NOW_MS, read);
	await earlier.claim(CHAT, words, 24, NOW_MS, read);
	await earlier.claim(CHAT, words, 24, NOW_MS + 60_000, read);
	await earlier.claim(CHAT, words, 2, NOW_MS, read);
	expect(sinceMs).toEqual([NOW_MS - 24 * HOUR_MS]);
	await earlier.claim(CHAT, words, 48, NOW_MS, read);
	expect(sinceMs).toEqual([NOW_MS - 24 * HOUR_MS, NOW_MS - 48 * HOUR_MS]);
});

test('a read that fails fails for every item that needs it (nobody can tell what was sent)', async () => {
	let reads = 0;
	const read = async () => {
		reads++;
		throw new Error('not readable');
	};
	const earlier = new EarlierMessages(new Set());
	await expect(earlier.claim(CHAT, words, 24, NOW_MS, read)).rejects.toThrow('not readable');
	await expect(earlier.claim(CHAT, words, 24, NOW_MS, read)).rejects.toThrow('not readable');
	expect(reads).toBe(1);
});
