// Says of every request what became of it. Of answers it keeps names of fields and never a value.
const NEW_REPORT_URL = __NEW_REPORT_URL__;
// GitHub refuses addresses above 8 kB
const LONGEST_LINK = 7500;
const MOST_FIELDS = 40;

const { api, requests } = $('All Requests').first().json;

/** A key that is no name, such as a number or a chat ID, is private. */
const nameOf = (key) => (/^[A-Za-z_][A-Za-z0-9_-]{0,39}$/.test(key) && !/\d{4}/.test(key) ? key : '(key)');

function fieldsIn(value, path = '', found = new Set()) {
	if (Array.isArray(value)) {
		for (const entry of value.slice(0, 3)) fieldsIn(entry, `${path}[]`, found);
	} else if (typeof value === 'object' && value !== null) {
		for (const [key, inner] of Object.entries(value)) {
			fieldsIn(inner, path === '' ? nameOf(key) : `${path}.${nameOf(key)}`, found);
		}
		return found;
	}
	if (path !== '' && found.size < MOST_FIELDS) found.add(path);
	return found;
}

function bodyOf(text) {
	try {
		const body = JSON.parse(text);
		return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : undefined;
	} catch {
		return undefined;
	}
}

function resultOf(needs, status, body) {
	if (status === undefined) return 'no answer';
	if (status === 404 || status === 405) return 'unknown path';
	if (status >= 400) return 'refused';
	if (body === undefined) return 'answer of another shape';
	if (body.success === false || body.Status === 0) return 'refused';
	return needs.every((field) => body[field] !== undefined) ? 'works' : 'answer of another shape';
}

const rows = [];
const headers = new Map();
for (const step of __STEPS__) {
	const answers = $(`Ask ${step}`).all();
	for (const [index, { json: request }] of $(`Requests ${step}`).all().entries()) {
		if (request.isAgain) continue;
		const { statusCode, data, headers: answered = {} } = answers[index]?.json ?? {};
		const body = bodyOf(data);
		rows.push({
			operation: request.operation,
			request: `${request.method} ${request.path}`,
			result: resultOf(request.needs, statusCode, body),
			status: statusCode ?? '–',
			fields: [...fieldsIn(body)],
		});
		for (const [name, value] of Object.entries(answered)) {
			if (!/^(x-ratelimit-|retry-after$)/i.test(name)) continue;
			const seen = headers.get(name.toLowerCase()) ?? { answers: 0, values: new Set() };
			seen.answers++;
			if (/^\d{1,4}$/.test(String(value))) seen.values.add(Number(value));
			headers.set(name.toLowerCase(), seen);
		}
	}
}
for (const { operation, method, path } of requests) {
	if (rows.some((row) => row.operation === operation && row.request === `${method} ${path}`)) continue;
	rows.push({ operation, request: `${method} ${path}`, result: 'not tried', status: '–', fields: [] });
}

// Many answers have the same fields: each list gets a letter
const lists = [...new Set(rows.map(({ fields }) => fields.join(', ')).filter((fields) => fields !== ''))];
const letterOf = ({ fields }) => (fields.length === 0 ? '–' : `F${lists.indexOf(fields.join(', ')) + 1}`);
const range = (values) => {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted.length === 0
		? 'no short number'
		: sorted.length === 1
			? `${sorted[0]}`
			: `${sorted[0]} to ${sorted.at(-1)}`;
};
const headerLines = [...headers].map(([name, seen]) => `${name}: on ${seen.answers} answers, ${range(seen.values)}`);
const counts = [...new Set(rows.map(({ result }) => result))].map(
	(result) => `${result}: ${rows.filter((row) => row.result === result).length}`,
);

const section = (title, lines, none) => [
	`### ${title}`,
	'',
	...(lines.length > 0 ? lines.map((line) => `- ${line}`) : [none]),
	'',
];
const markdown = [
	'## Self-check of n8n-nodes-whatsloop',
	'',
	`API version: ${api}. ${counts.join('. ')}.`,
	'',
	'| Operation | Request | Result | HTTP status | Fields |',
	'| --- | --- | --- | --- | --- |',
	...rows.map((row) => `| ${row.operation} | ${row.request} | ${row.result} | ${row.status} | ${letterOf(row)} |`),
	'',
	...section(
		'Fields of the answers',
		lists.map((fields, index) => `F${index + 1}: ${fields}`),
		'None.',
	),
	...section('Headers of the rate limit', headerLines, 'None were seen.'),
].join('\n');

/** As short as it can be: the address of the form carries it. */
const short = [
	`API version: ${api}`,
	...rows.map((row) => `${row.request}: ${row.result} ${row.status} ${letterOf(row)}`),
	...headerLines,
];
const encode = (lines) =>
	encodeURIComponent(lines.join('\n')).replace(/%20/g, '+').replace(/%2F/g, '/').replace(/%3A/g, ':');
const withFields = [...short, ...lists.map((fields, index) => `F${index + 1}: ${fields}`)];
const base = `${NEW_REPORT_URL}&title=${encode([`Self-check: ${api}`])}&report=`;
const kept = [...withFields];
let cut = [];
while ((base + encode([...kept, ...cut])).length > LONGEST_LINK && kept.length > 1) {
	kept.pop();
	cut = ['(cut short: please paste the Markdown report below)'];
}
const link = base + encode([...kept, ...cut]);

const escape = (text) => String(text).replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
const tr = (cells, tag) => `<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join('')}</tr>`;
const html = [
	'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Self-check</title>',
	'<style>body{font-family:sans-serif;margin:24px}table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:4px 8px;text-align:left}</style>',
	'</head><body><h1>Self-check of n8n-nodes-whatsloop</h1>',
	`<p>API version: ${escape(api)}. ${escape(counts.join('. '))}.</p>`,
	'<table>',
	tr(['Operation', 'Request', 'Result', 'HTTP status', 'Fields of the answer'], 'th'),
	...rows.map((row) => tr([row.operation, row.request, row.result, row.status, row.fields.join(', ')], 'td')),
	'</table><h2>Headers of the rate limit</h2><ul>',
	...(headerLines.length > 0 ? headerLines : ['None were seen.']).map((line) => `<li>${escape(line)}</li>`),
	'</ul><p>The report holds no token, number, text or other value of an answer. ',
	`<a href="${escape(link)}" target="_blank">Open an issue with it filled in</a></p></body></html>`,
].join('\n');

const end = `[Open an issue with this report filled in](${link})`;
return [{ json: { html, markdown: `${markdown}\n${end}\n`, link } }];
