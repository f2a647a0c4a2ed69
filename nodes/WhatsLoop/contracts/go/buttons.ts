import type { Button } from '../../input/buttons';
import type { Evidence, FieldSource, RequestVariant } from '../contract';

/** 1 and 2 are seen with their buttons; 3 is seen in one list with URL buttons. */
const BUTTON_TYPE = { url: 1, call: 2, reply: 3 } as const;

/**
 * `extra_data` is the address of a URL button and the number of a call button. Provider code refuses an empty one for any
 * type, and reports the one of a reply button as the id of the tapped button: so that is the button's own id.
 */
const toTemplateButton = ({ type, text, id, url, phone }: Button) => ({
	id,
	title: text,
	type: BUTTON_TYPE[type],
	extra_data: url ?? phone ?? id,
});

/** The field `buttons` of the paths that end in `template`. */
export const templateButtons: FieldSource = { value: 'buttons', as: (list: Button[]) => list.map(toTemplateButton) };

/** The field `buttons` of the plain paths: two clients send id and title. */
const replyButtons: FieldSource = {
	value: 'buttons',
	as: (list: Button[]) => list.map(({ type, text, id }) => ({ id, title: text, type: BUTTON_TYPE[type] })),
};

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
		fields: {
			phone: 'recipient',
			...HEADERS[header],
			footer: 'footer',
			buttons: hasLinkButtons ? templateButtons : replyButtons,
		},
	};
}

export const buttonVariants = Object.keys(HEADERS).flatMap((header) => [variant(header, false), variant(header, true)]);
