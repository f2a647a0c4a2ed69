import type { Question } from './question';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char]);

/** Nothing is loaded or run, and the form leads back here only: the text on the page may come from anybody. */
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
body{margin:0;font:16px/1.5 system-ui,sans-serif;background:#f2f4f6;color:#1c2730}
main{max-width:30rem;margin:10vh auto;padding:1.5rem;background:#fff;border-radius:.75rem}
h1{font-size:1.25rem;margin:0 0 1rem}
p{white-space:pre-wrap;overflow-wrap:anywhere;margin:0 0 1.25rem}
textarea{width:100%;box-sizing:border-box;min-height:8rem;font:inherit;padding:.5rem;margin-bottom:1rem}
button{font:inherit;font-weight:600;padding:.7rem 1.4rem;border:0;border-radius:.5rem;background:#0f7a5a;color:#fff;width:100%}
.warning{color:#a3261b}`;

/** `dir="auto"` lets every paragraph run in the direction of its own language. */
const page = (title: string, content: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main>${content}</main></body></html>`;

const paragraph = (text: string, className = '') =>
	text === '' ? '' : `<p dir="auto"${className && ` class="${className}"`}>${escapeHtml(text)}</p>`;

const heading = (text: string) => (text === '' ? '' : `<h1 dir="auto">${escapeHtml(text)}</h1>`);

/** Asks for the one tap that decides. */
export const approvalPage = ({ text }: Question, buttonLabel: string): string =>
	page(
		buttonLabel,
		`${paragraph(text)}<form method="post"><button type="submit" dir="auto">${escapeHtml(buttonLabel)}</button></form>`,
	);

/** @param isRepeated after an empty answer */
export function freeTextPage({ formTitle, formDescription, formButtonLabel }: Question, isRepeated = false): string {
	const warning = isRepeated ? paragraph('Please write something first.', 'warning') : '';
	return page(
		formTitle || formButtonLabel,
		`${heading(formTitle)}${paragraph(formDescription)}${warning}<form method="post">` +
			'<textarea name="text" dir="auto" required autofocus aria-label="Your answer"></textarea>' +
			`<button type="submit" dir="auto">${escapeHtml(formButtonLabel)}</button></form>`,
	);
}

export const thanksPage = (): string =>
	page('Thank you', `${heading('Thank you')}${paragraph('Your answer has arrived. You can close this page.')}`);

export const brokenLinkPage = (): string =>
	page(
		'This link is not complete',
		`${heading('This link is not complete')}${paragraph('Please open it from the message again.')}`,
	);
