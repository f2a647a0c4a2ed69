import type { Link, Question } from './question';
import type { Words } from './words';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char]);

/** The page loads and runs nothing, and its form leads back here only, because its text may come from anybody. */
export const PAGE_HEADERS: Record<string, string> = {
	'Content-Type': 'text/html; charset=utf-8',
	'Content-Security-Policy':
		"default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
	'Cache-Control': 'no-store',
	// the address is the key to the answer
	'Referrer-Policy': 'no-referrer',
	'X-Content-Type-Options': 'nosniff',
	'X-Robots-Tag': 'noindex',
};

const STYLE = `
*{box-sizing:border-box}
body{margin:0;padding:8vh 1rem 1rem;font:1rem/1.5 system-ui,sans-serif;background:#f2f4f6;color:#1c2730}
main{max-width:30rem;margin:0 auto;padding:1.5rem;background:#fff;border-radius:.75rem}
h1{font-size:1.25rem;margin:0 0 1rem}
p{white-space:pre-wrap;overflow-wrap:anywhere;margin:0 0 1.25rem}
p:last-child{margin-bottom:0}
textarea{width:100%;min-height:8rem;font:inherit;padding:.5rem;margin-bottom:1rem;border:1px solid #8a969f;border-radius:.5rem}
button{width:100%;min-height:3rem;padding:.7rem 1.4rem;border:0;border-radius:.5rem;font:inherit;font-weight:600;background:#0f7a5a;color:#fff;overflow-wrap:anywhere}
button.decline{background:#b3261e}
.answer{padding:.75rem 1rem;border-inline-start:.25rem solid #0f7a5a;background:#eef6f3;font-weight:600}
.answer.decline{border-color:#b3261e;background:#fbeeed}
.warning{color:#a3261b}`;

/** The page has the direction of its words. `dir="auto"` gives each paragraph the direction of its own language. */
const page = ({ language, direction }: Words, title: string, content: string): string => `<!doctype html>
<html lang="${language}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main>${content}</main></body></html>`;

const paragraph = (text: string, className = '') =>
	text === '' ? '' : `<p dir="auto"${className && ` class="${className}"`}>${escapeHtml(text)}</p>`;

const heading = (text: string) => (text === '' ? '' : `<h1 dir="auto">${escapeHtml(text)}</h1>`);

const button = (label: string, isDecline = false) =>
	`<button type="submit" dir="auto"${isDecline ? ' class="decline"' : ''}>${escapeHtml(label)}</button>`;

/** Asks for the tap that decides. */
export const approvalPage = ({ text, words }: Question, { label, isDecline }: Link): string =>
	page(words, label, `${paragraph(text)}<form method="post">${button(label, isDecline)}</form>`);

/** @param isRepeated after an empty answer */
export function freeTextPage(
	{ formTitle, formDescription, formButtonLabel, words }: Question,
	isRepeated = false,
): string {
	const warning = isRepeated ? paragraph(words.writeSomething, 'warning') : '';
	return page(
		words,
		formTitle || formButtonLabel,
		`${heading(formTitle)}${paragraph(formDescription)}${warning}<form method="post">` +
			`<textarea name="text" dir="auto" required autofocus aria-label="${escapeHtml(words.yourAnswer)}"></textarea>` +
			`${button(formButtonLabel)}</form>`,
	);
}

/** Repeats the answer, so that a person notices a wrong tap. */
export const thanksPage = ({ words, thanksText }: Question, answer: string, isDecline = false): string =>
	page(
		words,
		words.thankYou,
		heading(words.thankYou) +
			paragraph(words.youAnswered) +
			paragraph(answer, isDecline ? 'answer decline' : 'answer') +
			paragraph(thanksText ?? words.canClose),
	);

export const brokenLinkPage = ({ words }: Question): string =>
	page(words, words.linkIsBroken, `${heading(words.linkIsBroken)}${paragraph(words.openAgain)}`);
