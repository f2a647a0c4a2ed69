import fc from 'fast-check';
import { contracts } from '../../../nodes/WhatsLoop/contracts';
import { buildRequest, chooseVariant } from '../../../nodes/WhatsLoop/contracts/buildRequest';
import { go } from '../../../nodes/WhatsLoop/contracts/go';
import { InputError } from '../../../nodes/WhatsLoop/input/InputError';
import { askedOperation } from './askedOperation';
import { linkButtons, PHONE, replyButtons, SECTIONS, URL } from './sampleValues';

/** A text that is nowhere else. If a request contains it, the value was put there. */
const marked = (name: string) => `<<${name}>>`;

const optional = (...names: string[]) =>
	fc.record(Object.fromEntries(names.map((name) => [name, fc.option(fc.constant(marked(name)), { nil: undefined })])));

const merged = (...parts: Array<fc.Arbitrary<object>>) =>
	fc.tuple(...parts).map((values) => Object.assign({}, ...values) as Record<string, unknown>);

const fixed = (values: object) => fc.constant(values);

const coordinates = fc.option(fixed({ headerLatitude: 1.5, headerLongitude: 2.5 }), { nil: {} });

const OPERATIONS: Array<[string, fc.Arbitrary<Record<string, unknown>>]> = [
	[
		'message.sendText',
		merged(fixed({ recipient: PHONE, text: marked('text') }), optional('replyToMessageId', 'disappearAfter')),
	],
	[
		'message.sendMedia',
		merged(
			fixed({ recipient: PHONE, mediaUrl: URL }),
			fc.record({
				mediaType: fc.constantFrom(
					'image',
					'video',
					'gif',
					'document',
					'audio',
					'voice',
					'sticker',
					'picture',
					'constructor',
				),
			}),
			optional('caption'),
		),
	],
	[
		'message.sendButtons',
		merged(
			fc.constantFrom(replyButtons(), linkButtons()),
			fc.record({ header: fc.constantFrom('none', 'image', 'video', 'document', 'location', 'other') }),
			optional('headerText', 'headerUrl', 'footer'),
			coordinates,
		),
	],
	[
		'message.sendList',
		merged(
			fixed({ recipient: PHONE, text: marked('text'), buttonText: 'x', sections: SECTIONS }),
			optional('title', 'footer'),
		),
	],
	['message.sendCatalog', merged(fixed({ recipient: PHONE, catalogPhone: PHONE }), optional('title', 'description'))],
	['message.getAll', fc.record({ limit: fc.option(fc.nat(), { nil: undefined }) })],
	['message.get', merged(fixed({ recipient: PHONE }), optional('messageId', 'caption'))],
];

/** Values that choose the request. They need no field in it. */
const EXPRESSED_BY_THE_PATH = ['header', 'hasLinkButtons', 'mediaType'];

describe.each(contracts.map((contract) => [contract.id, contract] as const))('on %s', (_id, contract) => {
	test.each(OPERATIONS)('every value of %s is in the request, or the request is refused', (operation, arbitrary) => {
		fc.assert(
			fc.property(arbitrary, (values) => {
				let sent: string;
				try {
					const call = buildRequest(contract, askedOperation(operation), values);
					sent = JSON.stringify([call.query, call.body]);
				} catch (error) {
					expect(error).toBeInstanceOf(InputError);
					expect((error as Error).message).toMatch(/is not available on WhatsLoop/);
					return;
				}
				for (const [name, value] of Object.entries(values)) {
					if (value === undefined || EXPRESSED_BY_THE_PATH.includes(name) || name === 'buttons') continue;
					expect(sent).toContain(JSON.stringify(value));
				}
			}),
			{ numRuns: 300 },
		);
	});
});

describe('a refusal names', () => {
	const refusal = (operation: string, name: string, values: Record<string, unknown>) => {
		try {
			chooseVariant(go, askedOperation(operation, name), values);
		} catch (error) {
			return (error as Error).message;
		}
		return 'not refused';
	};

	test('a value that no request carries', () => {
		expect(
			refusal('message.sendMedia', 'Send Media', {
				recipient: PHONE,
				mediaUrl: URL,
				mediaType: 'voice',
				caption: 'x',
			}),
		).toMatch(/^"Caption" in "Send Media" \(voice\) is not available on WhatsLoop v1\. /);
	});

	test('values that no request carries together', () => {
		expect(
			refusal('message.sendText', 'Send Text', {
				recipient: PHONE,
				text: 'x',
				replyToMessageId: 'A',
				disappearAfter: 60,
			}),
		).toMatch(
			/^"Send Text" with .*"(Reply to Message ID|Disappear After \(Seconds\))".* is not available on WhatsLoop v1\. /,
		);
	});

	test('an unknown operation', () => {
		expect(refusal('message.constructor', 'Dance', {})).toMatch(/^"Dance" is not available on WhatsLoop v1\. /);
	});
});

describe('Additional Fields', () => {
	test('win over the fields of the request and over the channel', () => {
		const [, cloud] = contracts;
		const call = buildRequest(
			cloud,
			askedOperation('message.sendText'),
			{ recipient: PHONE, text: 'x' },
			{ channelId: 5, additionalFields: { message: 'y', channel_id: 6, more: [1] } },
		);
		expect(call.body).toEqual({ to: PHONE, message: 'y', channel_id: 6, more: [1] });
	});
});

describe('texts that must not appear in an error', () => {
	const privateTexts = (operation: string, values: Record<string, unknown>, additional = {}) =>
		buildRequest(go, askedOperation(operation), values, { additionalFields: additional }).privateTexts;

	test('are all texts and digits of the message, however deep they are', () => {
		expect(privateTexts('message.sendText', { recipient: PHONE, text: '483920' })).toEqual(['483920']);
		const texts = privateTexts('message.sendList', {
			recipient: PHONE,
			text: 'When?',
			buttonText: 'Times',
			sections: SECTIONS,
			title: '9665',
		});
		expect(texts).toEqual(expect.arrayContaining(['When?', 'Times', 'Monday', '9:00', 'Early', '10:00', '9665']));
		expect(
			privateTexts('message.sendText', { recipient: PHONE, text: 'x' }, { deep: [{ text: 'hidden too' }] }),
		).toContain('hidden too');
	});

	test('do not include the number of the recipient, which keeps its last four digits', () => {
		expect(privateTexts('message.sendContact', { recipient: PHONE, contactPhone: PHONE, contactName: 'Omar' })).toEqual(
			['Omar'],
		);
	});
});
