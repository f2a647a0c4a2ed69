import { WAIT_INDEFINITELY } from 'n8n-workflow';
import type { IDataObject } from 'n8n-workflow';
import {
	approvalPage,
	escapeHtml,
	freeTextPage,
	PAGE_HEADERS,
	thanksPage,
} from '../../../nodes/WhatsLoop/sendAndWait/pages';
import { readQuestion } from '../../../nodes/WhatsLoop/sendAndWait/question';
import { replyTo } from '../../../nodes/WhatsLoop/sendAndWait/answerWebhook';
import { checkWaitLimit, waitTill } from '../../../nodes/WhatsLoop/sendAndWait/waitLimit';
import { CLOUD_ACCOUNT, runNode } from '../support/fakeNode';

const question = (parameters: IDataObject) => readQuestion((name, fallback) => parameters[name] ?? fallback);

const ask = { resource: 'message', operation: 'sendAndWait', recipient: { mode: 'phone', value: '966501234567' } };

const double = {
	text: 'Refund 120 SAR?',
	approvalOptions: { values: { approvalType: 'double', approveLabel: 'نعم', disapproveLabel: 'لا' } },
};

const sentText = ({ requests }: { requests: Array<{ body?: unknown }> }) => (requests[0].body as { body: string }).body;

describe('the message that is sent', () => {
	test('has one link by default, signed and with its label', async () => {
		const run = await runNode({ ...ask, text: 'Go?' });
		expect(run.checksSignatures).toBe(true);
		expect(sentText(run)).toBe(
			'Go?\n\n*Approve*\nhttp://127.0.0.1:2/webhook-waiting/1/node?approved=true&signature=signed',
		);
	});

	test('has two links with the labels of the user', async () => {
		const lines = sentText(await runNode({ ...ask, ...double })).split('\n');
		expect(lines).toEqual([
			'Refund 120 SAR?',
			'',
			'*نعم*',
			expect.stringContaining('approved=true'),
			'',
			'*لا*',
			expect.stringContaining('approved=false'),
		]);
	});

	test('has one link to a form for free text', async () => {
		const run = await runNode({
			...ask,
			text: 'Why?',
			responseType: 'freeText',
			options: { messageButtonLabel: 'Answer' },
		});
		expect(sentText(run)).toBe('Why?\n\n*Answer*\nhttp://127.0.0.1:2/webhook-waiting/1/node?signature=signed');
	});

	test('has buttons that open the links, and no link in the text, if the user wants buttons', async () => {
		const run = await runNode({ ...ask, ...double, answerBy: 'buttons' });
		expect(run.requests[0].url).toMatch(/button\/template$/);
		expect(run.requests[0].body).toEqual({
			phone: '966501234567',
			body: 'Refund 120 SAR?',
			footer: 'Tap to answer',
			buttons: [
				expect.objectContaining({
					title: 'نعم',
					type: 1,
					extra_data: expect.stringContaining('approved=true') as string,
				}),
				expect.objectContaining({
					title: 'لا',
					type: 1,
					extra_data: expect.stringContaining('approved=false') as string,
				}),
			],
		});
	});

	test('is refused with buttons on an API whose buttons can not open a link', async () => {
		const run = runNode({ ...ask, text: 'Go?', answerBy: 'buttons' }, { credential: CLOUD_ACCOUNT });
		await expect(run).rejects.toThrow('"Answer By Buttons"');
	});

	test('makes the execution wait, without a limit unless one is set', async () => {
		const open = await runNode({ ...ask, text: 'Go?' });
		expect(open.waits).toEqual([WAIT_INDEFINITELY]);
		const options = {
			limitWaitTime: { values: { limitType: 'afterTimeInterval', resumeAmount: 2, resumeUnit: 'hours' } },
		};
		const before = Date.now();
		const limited = await runNode({ ...ask, text: 'Go?', options });
		expect(limited.waits[0].getTime() - before).toBeGreaterThanOrEqual(2 * 3_600_000);
		expect(limited.waits[0].getTime() - Date.now()).toBeLessThanOrEqual(2 * 3_600_000);
	});

	test('does not wait if the message was refused (nobody could answer)', async () => {
		const waits: Date[] = [];
		const run = runNode({ ...ask, text: 'Go?' }, { answer: () => ({ success: false, message: 'No' }) }).then(
			(recorded) => waits.push(...recorded.waits),
		);
		await expect(run).rejects.toThrow('refused');
		expect(waits).toEqual([]);
	});

	test('is refused for several items at once (the execution goes on with one answer)', async () => {
		let requests = 0;
		const run = runNode(
			{ ...ask, text: 'Go?' },
			{ items: [{ json: {} }, { json: {} }], answer: () => (requests += 1) },
		);
		await expect(run).rejects.toMatchObject({ description: expect.stringContaining('Loop Over Items') as string });
		expect(requests).toBe(0);
	});

	test('is refused if it is empty', async () => {
		await expect(runNode({ ...ask, text: ' ' })).rejects.toThrow('"Text" is empty');
	});

	test('comes with a warning if the links can not be opened from outside', async () => {
		const local = await runNode(
			{ ...ask, text: 'Go?' },
			{ resumeBaseUrl: 'http://localhost:5678/webhook-waiting/1/n' },
		);
		expect(local.hints).toEqual([expect.stringContaining('http://localhost:5678')]);
		const open = await runNode(
			{ ...ask, text: 'Go?' },
			{ resumeBaseUrl: 'https://n8n.example.com/webhook-waiting/1/n' },
		);
		expect(open.hints).toEqual([]);
	});
});

describe('the wait limit', () => {
	const now = Date.parse('2026-01-01T12:00:00Z');

	test.each([
		[{ limitType: 'afterTimeInterval', resumeAmount: 90, resumeUnit: 'minutes' }, '2026-01-01T13:30:00.000Z'],
		[{ limitType: 'afterTimeInterval', resumeAmount: 1.5, resumeUnit: 'days' }, '2026-01-03T00:00:00.000Z'],
		[{ limitType: 'atSpecifiedTime', maxDateAndTime: '2026-01-02T00:00:00Z' }, '2026-01-02T00:00:00.000Z'],
	])('%j is %s', (values, expected) => {
		expect(waitTill({ values }, now).toISOString()).toBe(expected);
	});

	test.each([
		{ limitType: 'afterTimeInterval', resumeAmount: 0, resumeUnit: 'hours' },
		{ limitType: 'afterTimeInterval', resumeAmount: 'soon', resumeUnit: 'hours' },
		{ limitType: 'afterTimeInterval', resumeAmount: 1, resumeUnit: 'years' },
		{ limitType: 'atSpecifiedTime', maxDateAndTime: '2025-12-31T00:00:00Z' },
		{ limitType: 'atSpecifiedTime', maxDateAndTime: '' },
	])('%j is refused (the execution would go on at once, or never)', (values) => {
		expect(() => checkWaitLimit({ values }, now)).toThrow('names no moment in the future');
	});
});

describe('a link', () => {
	test('shows a page and decides nothing when it is opened (link previews open links, too)', () => {
		const reply = replyTo(question(double), 'GET', { approved: 'true' }, {});
		expect(reply.answer).toBeUndefined();
		expect(reply.page).toContain('<form method="post">');
		expect(reply.page).toContain('نعم');
	});

	test.each([
		['true', true],
		['false', false],
	])('with approved=%s decides when the button on its page is pressed', (approved, answer) => {
		expect(replyTo(question(double), 'POST', { approved }, {}).answer).toEqual({ approved: answer });
	});

	test.each([{}, { approved: 'maybe' }, { approved: ['true', 'false'] as never }])(
		'with %j decides nothing',
		(query: IDataObject) => {
			const reply = replyTo(question(double), 'POST', query, {});
			expect(reply.answer).toBeUndefined();
			expect(reply.statusCode).toBe(400);
		},
	);

	test('to decline decides nothing if the question only offered to approve', () => {
		expect(replyTo(question({ text: 'Go?' }), 'POST', { approved: 'false' }, {}).answer).toBeUndefined();
	});

	test.each([undefined, null, 'text', 5, [], [null], { text: null }])(
		'shows the question again for a POST with the body %j (anybody may post anything)',
		(body) => {
			const free = question({ text: 'Why?', responseType: 'freeText' });
			const reply = replyTo(free, 'POST', {}, body);
			expect(reply.answer).toBeUndefined();
			expect(reply.page).toContain('Why?');
			expect(reply.statusCode).toBe(422);
		},
	);

	test('accepts a written answer, and asks again after an empty one', () => {
		const free = question({ text: 'Why?', responseType: 'freeText' });
		expect(replyTo(free, 'GET', {}, { text: 'x' }).answer).toBeUndefined();
		expect(replyTo(free, 'POST', {}, { text: ' متأخر \n' }).answer).toEqual({ text: 'متأخر' });
		const empty = replyTo(free, 'POST', {}, { text: ' ' });
		expect(empty.answer).toBeUndefined();
		expect(empty.page).toContain('Please write something first');
	});
});

describe('the pages', () => {
	const evil = '<script>alert("1")</script>&\'';

	test('show all texts as text, not as HTML (they may come from anybody)', () => {
		const texts = question({
			text: evil,
			responseType: 'freeText',
			options: { responseFormTitle: evil, responseFormDescription: evil, responseFormButtonLabel: evil },
		});
		const link = { label: evil, query: {}, isDecline: false };
		for (const page of [freeTextPage(texts), approvalPage(texts, link), thanksPage(texts, evil)]) {
			expect(page).not.toContain('<script>');
			expect(page).toContain(escapeHtml(evil));
		}
	});

	test('run and load nothing, and have no link to another place', () => {
		expect(PAGE_HEADERS['Content-Security-Policy']).toContain("default-src 'none'");
		expect(PAGE_HEADERS['Content-Security-Policy']).toContain("form-action 'self'");
		expect(freeTextPage(question({ text: 'x' }))).not.toMatch(/<script|src=|href=/);
	});

	const pagesOf = (parameters: IDataObject) => {
		const asked = question(parameters);
		const post = parameters.responseType === 'freeText' ? { text: 'x' } : {};
		const queries = asked.isFreeText ? [{}] : asked.links.map(({ query }) => query);
		return queries.flatMap((query) => [
			replyTo(asked, 'GET', query, {}).page,
			replyTo(asked, 'POST', query, post).page,
			replyTo(asked, 'POST', { approved: 'maybe' }, {}).page,
		]);
	};

	test.each([
		['Arabic', 'هل نوصل طلبك 1042 غدًا؟', '<html lang="ar" dir="rtl">'],
		['Arabic with a Latin name', 'هل وصلك الطلب من Noor؟', '<html lang="ar" dir="rtl">'],
		['English', 'Shall we deliver tomorrow?', '<html lang="en" dir="ltr">'],
		['English with an Arabic name', 'Shall we call نورة back?', '<html lang="en" dir="ltr">'],
		['digits', '1042?', '<html lang="en" dir="ltr">'],
	])('have the direction and language of the question: %s', (_name, text, start) => {
		for (const responseType of ['approval', 'freeText']) {
			for (const page of pagesOf({ text, responseType })) expect(page).toContain(start);
		}
	});

	test('are in Arabic for an Arabic question, including the default labels', () => {
		const asked = { text: 'هل نوصل غدًا؟', approvalOptions: { values: { approvalType: 'double' } } };
		expect(question(asked).links.map(({ label }) => label)).toEqual(['موافقة', 'رفض']);
		for (const responseType of ['approval', 'freeText']) {
			for (const page of pagesOf({ ...asked, responseType })) {
				const words = page.replace(/<style>.*<\/style>/s, '').replace(/<[^>]*>/g, '');
				expect(words).not.toMatch(/[a-z]{2}/i);
			}
		}
	});

	test('follow the option Page Language if it is set', () => {
		expect(pagesOf({ text: 'Go?', options: { pageLanguage: 'ar' } })[0]).toContain('dir="rtl"');
		expect(pagesOf({ text: 'هل؟', options: { pageLanguage: 'en' } })[0]).toContain('dir="ltr"');
		expect(pagesOf({ text: 'هل؟', options: { pageLanguage: 'auto' } })[0]).toContain('dir="rtl"');
	});

	test('have a red button only for declining', () => {
		const [approvePage, , , declinePage] = pagesOf(double);
		expect(approvePage).not.toContain('class="decline"');
		expect(declinePage).toContain('<button type="submit" dir="auto" class="decline">لا</button>');
	});

	test('repeat the answer on the thank-you page (people notice a wrong tap)', () => {
		expect(replyTo(question(double), 'POST', { approved: 'false' }, {}).page).toContain('>لا</p>');
		expect(replyTo(question(double), 'POST', { approved: 'true' }, {}).page).toContain('>نعم</p>');
		const free = question({ text: 'Why?', responseType: 'freeText', options: { thanksText: 'See you at 10.' } });
		const { page } = replyTo(free, 'POST', {}, { text: 'Because <b>' });
		expect(page).toContain('>Because &lt;b&gt;</p>');
		expect(page).toContain('See you at 10.');
		expect(page).not.toContain('You can close this page');
	});
});
