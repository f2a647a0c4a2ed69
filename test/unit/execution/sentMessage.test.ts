import fc from 'fast-check';
import {
	claimSentMessage,
	sentMessageIn,
	type SentMessage,
	type Wanted,
} from '../../../nodes/WhatsLoop/execution/sentMessage';

const SECOND = 1_700_000_000;

const record = (more: object = {}, key: object = {}) => ({
	key: { id: 'A', remoteJid: '966501234567@c.us', fromMe: true, ...key },
	message: { conversation: 'Hello' },
	messageTimestamp: SECOND,
	...more,
});

const message = (more: Partial<SentMessage> = {}): SentMessage => ({
	messageId: 'A',
	chat: '966501234567',
	words: 'Hello',
	type: 'text',
	timestampMs: SECOND * 1000,
	...more,
});

const wanted = (more: Partial<Wanted> = {}): Wanted => ({
	chat: '966501234567',
	words: { text: 'Hello' },
	notBeforeMs: SECOND * 1000,
	...more,
});

const claim = (messages: SentMessage[], want = wanted(), accounted = new Set<string>()) =>
	claimSentMessage(messages, want, accounted)?.messageId;

describe('a message in the record of WhatsLoop', () => {
	test('is read with its chat, words and time', () => {
		expect(sentMessageIn(record())).toEqual(message());
	});

	test('of another person does not count as ours', () => {
		expect(sentMessageIn(record({}, { fromMe: false }))).toBeUndefined();
		expect(sentMessageIn(record({}, { fromMe: undefined }))).toBeUndefined();
	});

	test.each([
		['no ID', record({}, { id: undefined })],
		['no chat', record({}, { remoteJid: undefined })],
		['no words', record({ message: { locationMessage: {} } })],
		['no time', record({ messageTimestamp: undefined })],
		['nothing at all', {}],
	])('with %s proves nothing', (_name, data) => {
		expect(sentMessageIn(data)).toBeUndefined();
	});
});

describe('a message counts as the one that was meant', () => {
	test('with the same words to the same chat', () => {
		expect(claim([message()])).toBe('A');
		expect(claim([message({ words: 'Hello!' })])).toBeUndefined();
		expect(claim([message({ chat: '966507654321' })])).toBeUndefined();
	});

	test('with other line ends and other white space around it', () => {
		const found = sentMessageIn(record({ message: { conversation: 'one\ntwo' } }));
		expect(claim([found ?? message()], wanted({ words: { text: ' one\r\ntwo\n' } }))).toBe('A');
	});

	test.each(['one\rtwo', 'one\r\ntwo', 'one\ntwo'])('with the line end of %j', (text) => {
		expect(claim([message({ words: 'one\ntwo' })], wanted({ words: { text } }))).toBe('A');
	});

	test('not from before the attempt (records have whole seconds, so the same second counts)', () => {
		const notBeforeMs = SECOND * 1000 + 900;
		expect(claim([message()], wanted({ notBeforeMs }))).toBe('A');
		expect(claim([message({ timestampMs: (SECOND - 1) * 1000 })], wanted({ notBeforeMs }))).toBeUndefined();
	});

	test('not if it is the caption of a picture and a text was meant, or the other way round', () => {
		const asCaption = wanted({ words: { text: 'Hello', mediaType: 'image' } });
		expect(claim([message({ type: 'image' })])).toBeUndefined();
		expect(claim([message()], asCaption)).toBeUndefined();
		expect(claim([message({ type: 'image' })], asCaption)).toBe('A');
		expect(claim([message({ type: 'video' })], asCaption)).toBeUndefined();
		expect(claim([message({ type: 'video' })], wanted({ words: { text: 'Hello', mediaType: 'gif' } }))).toBe('A');
	});

	test.each([
		['image', 'image'],
		['video', 'video'],
		['gif', 'video'],
		['audio', 'audio'],
		['voice', 'ptt'],
		['ptt', 'audio'],
		['document', 'document'],
		['sticker', 'sticker'],
	])('if it is of the same family of media: "%s" is kept as "%s"', (mediaType, type) => {
		const words = { text: 'Hello', mediaType };
		const other = type === 'image' ? 'video' : 'image';
		expect(claim([message({ type })], wanted({ words }))).toBe('A');
		expect(claim([message({ type: other })], wanted({ words }))).toBeUndefined();
		expect(claim([message({ type })])).toBeUndefined();
	});

	test.each([undefined, 'constructor', 'unknown'])('if its type is %p, which may be a text or a caption', (type) => {
		expect(claim([message({ type })])).toBe('A');
		expect(claim([message({ type })], wanted({ words: { text: 'Hello', mediaType: 'image' } }))).toBe('A');
	});

	test('and of two the older one, the first if both are of one second', () => {
		const at = (messageId: string, seconds: number) => message({ messageId, timestampMs: (SECOND + seconds) * 1000 });
		expect(claim([at('A', 3), at('B', 1), at('C', 2)])).toBe('B');
		expect(claim([at('A', 3), at('B', 1), at('C', 1)])).toBe('B');
	});

	test('only once (each message answers one item)', () => {
		const accounted = new Set<string>();
		const two = [message({ messageId: 'B', timestampMs: (SECOND + 5) * 1000 }), message()];
		expect([1, 2, 3].map(() => claim(two, wanted(), accounted))).toEqual(['A', 'B', undefined]);
	});
});

test('equal rows are answered by different equal messages, one each (any earlier messages)', () => {
	const words = fc.constantFrom('x', 'y');
	const chat = fc.constantFrom('1', '2');
	const sent = fc.array(fc.record({ chat, words, ageSeconds: fc.nat(20) }), { maxLength: 12 });
	const rows = fc.array(fc.record({ chat, words }), { maxLength: 12 });
	fc.assert(
		fc.property(sent, rows, (earlier, asked) => {
			const messages = earlier.map((one, index) =>
				message({ ...one, messageId: String(index), timestampMs: (SECOND - one.ageSeconds) * 1000 }),
			);
			const accounted = new Set<string>();
			const notBeforeMs = (SECOND - 10) * 1000;
			const found = asked.map((row) =>
				claim(messages, { chat: row.chat, words: { text: row.words }, notBeforeMs }, accounted),
			);
			const claimed = found.filter((id) => id !== undefined);
			expect(new Set(claimed).size).toBe(claimed.length);
			for (const each of ['1', '2'].flatMap((to) => ['x', 'y'].map((text) => ({ to, text })))) {
				const isSame = (one: { chat: string; words: string }) => one.chat === each.to && one.words === each.text;
				const inWindow = earlier.filter((one) => isSame(one) && one.ageSeconds <= 10).length;
				const wantedCount = asked.filter(isSame).length;
				const answered = asked.filter((row, index) => isSame(row) && found[index] !== undefined).length;
				expect(answered).toBe(Math.min(inWindow, wantedCount));
			}
		}),
	);
});
