/** ID of a message in the documents. */
export const SHOWN_MESSAGE_ID = 'BAE5A8F8F8E0278E';

/** What differs from run to run in answers and events of the sandbox, and what the documents show instead. */
const STEADY: ReadonlyArray<[pattern: RegExp, instead: string]> = [
	[/http:\/\/127\.0\.0\.1:\d+/g, 'https://example.com'],
	[/\bBAE5[0-9A-F]{12}\b/g, SHOWN_MESSAGE_ID],
	// composed ids have it after an underline
	[/3EB0[0-9A-F]{20}\b/g, '3EB0C431C26A1916E07A'],
	[/\bACFF[0-9A-F]{20}\b/g, 'ACFF842C1D5A4E0B9F3C7A21'],
	[/\b[0-9A-F]{32}\b/g, 'ACFF842C1D5A4E0B9F3C7A21D5A4E0B9'],
	[/\bevt_[0-9a-f]{24}\b/g, 'evt_5a11d0b05a11d0b05a11d0b0'],
	[/\b1203630(?!0000000)\d{11,}@g\.us/g, '120363041234567890@g.us'],
	[/\b7\d{15}(?<!7000000000000001)\b/g, '7000000000000002'],
	[/"code":"[0-9A-Za-z]{15}"/g, '"code":"SandboxInvite02"'],
	// the moment: as text, as a number, and as an ISO date
	[/"(messageTimestamp)":"\d+"/g, '"$1":"1764093600"'],
	[/"(conversationTimestamp|creation|created|time)":\d+/g, '"$1":1764093600'],
	[/"(timestamp)":"[^"]+"/g, '"$1":"2025-11-25T18:00:00+00:00"'],
	[/"(timeFormatted)":"[^"]+"/g, '"$1":"2025-11-25 18:00:00"'],
	[/"(muteEndTime)":[1-9]\d+/g, '"$1":1764122400'],
	[/"(X-RateLimit-Reset|x-ratelimit-reset)":"\d+"/g, '"$1":"1764093660"'],
	// a whole picture in base64 would only fill the page
	[/"([A-Za-z0-9+/]{40})[A-Za-z0-9+/=]{200,}"/g, '"$1…"'],
];

/** A copy in which everything that differs from run to run has a value that does not, so that documents stay comparable. */
export function steady<Data>(data: Data): Data {
	const text = STEADY.reduce((json, [pattern, instead]) => json.replace(pattern, instead), JSON.stringify(data));
	return JSON.parse(text) as Data;
}
