import type { Button } from '../../input/buttons';
import type { Evidence, FieldSource, RequestVariant } from '../contract';

/** 1 and 2 are seen; 3 is from older code of the provider. */
const BUTTON_TYPE = { url: 1, call: 2, reply: 3 } as const;

/** `extra_data` is the address of a URL button and the number of a call button; a reply button has none. */
function toApiButton({ type, text, id, url, phone }: Button) {
	const extraData = url ?? phone;
	return { id, title: text, type: BUTTON_TYPE[type], ...(extraData === undefined ? {} : { extra_data: extraData }) };
}

/** The field `buttons` of every request with buttons. */
export const apiButtons: FieldSource = { value: 'buttons', as: (list: Button[]) => list.map(toApiButton) };

/** With a picture, video, document or place on top, the text under it is called `caption`. */
const HEADERS: Record<string, Record<string, FieldSource>> = {
	none: { title: 'headerText', body: 'text' },
	image: { image: 'headerUrl', caption: 'text' },
	video: { video: 'headerUrl', caption: 'text' },
	document: { document: 'headerUrl', caption: 'text' },
	location: { lat: 'headerLatitude', lng: 'headerLongitude', caption: 'text' },
};

/** The two requests that clients of the live host were seen to make. */
const SEEN = ['button/image/template', 'button/location/template'];

/** Plain paths carry reply buttons only; URL and call buttons need the `template` path beside each. */
function variant(header: string, hasLinkButtons: boolean): RequestVariant {
	const path = ['button', ...(header === 'none' ? [] : [header]), ...(hasLinkButtons ? ['template'] : [])].join('/');
	const evidence: Evidence = SEEN.includes(path) ? 'seen' : 'sibling';
	return {
		label: `${header === 'none' ? 'text' : header}, ${hasLinkButtons ? 'URL or call buttons' : 'reply buttons'}`,
		evidence,
		method: 'POST',
		path,
		when: { header, hasLinkButtons },
		fields: { phone: 'recipient', ...HEADERS[header], footer: 'footer', buttons: apiButtons },
	};
}

export const buttonVariants = Object.keys(HEADERS).flatMap((header) => [variant(header, false), variant(header, true)]);
