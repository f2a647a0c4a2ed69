import { buildRequest } from '../../../../nodes/WhatsLoop/contracts/buildRequest';
import { cloud } from '../../../../nodes/WhatsLoop/contracts/cloud';
import type { Values } from '../../../../nodes/WhatsLoop/contracts/contract';
import { askedOperation } from '../askedOperation';
import { linkButtons, PHONE, replyButtons, URL } from '../sampleValues';

const media = (mediaType: string, more: Values = {}): Values => ({
	recipient: PHONE,
	mediaUrl: URL,
	mediaType,
	...more,
});

/** Paths that one of its clients guessed. The live host does not know them. */
test.each(['message/send-text', 'message/send-file'])('%s is never requested', (path) => {
	for (const variants of Object.values(cloud.operations))
		for (const variant of variants) expect(variant.path).not.toBe(path);
});

describe('a part of an operation that is not available is refused with its name', () => {
	test.each<[string, string, Values, RegExp]>([
		[
			'sendMedia',
			'Send Media',
			media('sticker'),
			/^"Send Media" with Media Type "sticker" is not available on WhatsLoop Cloud\. /,
		],
		[
			'sendMedia',
			'Send Media',
			media('voice'),
			/^"Send Media" with Media Type "voice" is not available on WhatsLoop Cloud\. /,
		],
		[
			'sendText',
			'Send Text',
			{ recipient: PHONE, text: 'Hi', disappearAfter: 60 },
			/^"Disappear After \(Seconds\)" in "Send Text" is not available on WhatsLoop Cloud\. /,
		],
		[
			'sendButtons',
			'Send Buttons',
			replyButtons({ footer: 'Shop' }),
			/^"Footer" in "Send Buttons" .*is not available on WhatsLoop Cloud\. /,
		],
		[
			'sendButtons',
			'Send Buttons',
			replyButtons({ headerText: 'Order' }),
			/^"Header Text" in "Send Buttons" .*is not available on WhatsLoop Cloud\. /,
		],
		[
			'sendButtons',
			'Send Buttons',
			linkButtons(),
			/^"Send Buttons" with URL or call buttons is not available on WhatsLoop Cloud\. /,
		],
		[
			'sendButtons',
			'Send Buttons',
			replyButtons({ header: 'image', headerUrl: URL }),
			/^"Send Buttons" with Header "image" is not available on WhatsLoop Cloud\. /,
		],
	])('%s: %s %j', (operation, name, values, message_) => {
		expect(() => buildRequest(cloud, askedOperation(`message.${operation}`, name), values)).toThrow(message_);
	});
});

test('the request of the credential test can not become a message: it names neither a recipient nor words', () => {
	expect(cloud.probe).toMatchObject({ method: 'POST', path: 'messages/send-text', body: {} });
});
