import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resources } from '../../../../nodes/WhatsLoop/actions';
import { contractFor, contracts } from '../../../../nodes/WhatsLoop/contracts';
import { bugs } from '../../../../package.json';
import { PROJECT_FOLDER } from '../../../../scripts/project';
import { selfCheckRequests } from '../../../../scripts/selfCheck/requests';
import { LEFT_OUT, SAFE_OPERATIONS } from '../../../../scripts/selfCheck/safeOperations';
import { SELF_CHECK_FILE, selfCheckFile } from '../../../../scripts/selfCheck/workflow';
import { CONTRACT_NAMES, type ContractName, type Sandbox } from '../../../../sandbox';
import { provideSandbox } from '../../../support/provideSandbox';
import { refusalOf, runSelfCheck, type Report } from './runSelfCheck';

/** The number of the sandbox's account, which has a catalog. */
const NUMBER = '966500000001';

/** Operation, request, result and status of each row. */
const rowsOf = ({ markdown }: Report) =>
	[...markdown.matchAll(/^\| (.+?: .+?) \| (\w+ \S+) \| (.+?) \| (\S+) \| /gm)].map(
		([, operation, request, result, status]) => ({
			operation,
			request,
			result,
			status,
		}),
	);

test('the example is what the program writes (otherwise: npm run docs)', () => {
	expect(readFileSync(join(PROJECT_FOLDER, SELF_CHECK_FILE), 'utf8')).toBe(selfCheckFile());
});

test('every operation runs, or is left out with a reason', () => {
	const all = resources.flatMap(({ value, operations }) => operations.map((each) => `${value}.${each.value}`));
	const safe = new Set(SAFE_OPERATIONS.map(({ operation }) => operation));
	expect([...safe, ...Object.keys(LEFT_OUT)].sort()).toEqual(all.sort());
});

test('no request names another person than the one who runs it', () => {
	const text = JSON.stringify(selfCheckRequests());
	expect(text).not.toMatch(/9665\d{8}|@g\.us|@s\.whatsapp/);
	for (const { body = {}, query = {} } of selfCheckRequests()) {
		const { phone, to, chat, mixed, contact, mention, catalog } = { ...body, ...query } as Record<string, unknown>;
		for (const person of [phone, to, chat, mixed, contact, mention, catalog])
			expect([undefined, '{number}']).toContain(person);
	}
});

test('every change of a chat is undone', () => {
	const paths = selfCheckRequests().map(({ path }) => path);
	for (const [change, reversal] of [
		['chat/unread', 'chat/read'],
		['chat/archive', 'chat/unarchive'],
		['chat/pin', 'chat/unpin'],
		['chat/mute', 'chat/unmute'],
	]) {
		expect(paths.indexOf(change)).toBeGreaterThanOrEqual(0);
		expect(paths.indexOf(reversal)).toBeGreaterThan(paths.indexOf(change));
	}
	expect(paths.filter((path) => path === 'message/send/reaction')).toHaveLength(2);
});

test('each API except the first names itself when it refuses the read of "Which API" (so the person does not have to)', () => {
	const [first, ...others] = contracts;
	expect(refusalOf(first.id as ContractName)).toEqual({});
	for (const { id, name } of others) {
		expect(refusalOf(id as ContractName).error).toContain(`not available on ${name}.`);
	}
});

describe('the report', () => {
	let sandbox: Sandbox;
	provideSandbox('reset', (started) => (sandbox = started));

	test.each(CONTRACT_NAMES)('says that everything works if it does (%s)', async (api) => {
		const report = await runSelfCheck(sandbox, api);
		const rows = rowsOf(report);
		expect(rows.filter(({ result }) => result !== 'works')).toEqual([]);
		expect(rows).toHaveLength(selfCheckRequests().filter((request) => request.api === api).length);
		expect(new Set(rows.map(({ status }) => status))).toEqual(
			new Set(sandbox.requests.map(({ statusCode }) => String(statusCode))),
		);
	});

	test.each(CONTRACT_NAMES)('sends nothing to anybody else, and undoes every change (%s)', async (api) => {
		await runSelfCheck(sandbox, api);
		expect(new Set(sandbox.messages.map(({ recipient }) => recipient))).toEqual(new Set([NUMBER]));
		for (const marks of Object.values(sandbox.directory().chats)) {
			expect(marks).toMatchObject({ pinned: false, archived: false, mutedUntil: 0, markedUnread: false });
		}
		expect(sandbox.messages.flatMap(({ reactions }) => reactions)).toEqual([]);
	});

	test('separates unknown paths, refusals, and answers of another shape', async () => {
		const many = { times: 1000 };
		sandbox.addFaults(
			{ kind: 'answer', status: 404, path: 'chat/*', ...many },
			{ kind: 'answer', status: 405, path: 'message/fetch', ...many },
			{ kind: 'failureBody', path: 'send/image', ...many },
			{ kind: 'answer', status: 403, path: 'contacts', ...many },
			{ kind: 'html', status: 200, path: 'group/list', ...many },
			{ kind: 'answer', status: 200, path: 'send/location', body: { done: 'perhaps' }, ...many },
		);
		const rows = rowsOf(await runSelfCheck(sandbox, 'go'));
		const resultOf = (path: string) => rows.find(({ request }) => request.endsWith(` ${path}`));
		expect(resultOf('chat/pin')).toMatchObject({ result: 'unknown path', status: '404' });
		expect(resultOf('message/fetch')).toMatchObject({ result: 'unknown path', status: '405' });
		expect(resultOf('send/image')).toMatchObject({ result: 'refused', status: '200' });
		expect(resultOf('contacts')).toMatchObject({ result: 'refused', status: '403' });
		expect(resultOf('group/list')).toMatchObject({ result: 'answer of another shape', status: '200' });
		expect(resultOf('send/location')).toMatchObject({ result: 'answer of another shape', status: '200' });
		// without a list there is no group to look at
		expect(resultOf('group/meta/data')).toMatchObject({ result: 'not tried' });
		expect(resultOf('send/video')).toMatchObject({ result: 'works' });
	});

	test('names the headers of the rate limit, and continues after a refusal', async () => {
		sandbox.setPolicy({ limit: 5, windowSeconds: 60, reading: 'window' }, true);
		const { markdown } = await runSelfCheck(sandbox, 'cloud');
		sandbox.setPolicy(null, true);
		expect(markdown).toMatch(/x-ratelimit-limit: on \d+ answers, 5\b/);
		expect(markdown).toMatch(/x-ratelimit-remaining: on \d+ answers, 0 to 4/);
		expect(markdown).toMatch(/retry-after: on \d+ answers/);
		expect(markdown).toContain('| refused | 429 |');
	});

	test.each(CONTRACT_NAMES)('holds no number, token, text or value of an answer (%s)', async (api) => {
		sandbox.receive({ from: '966507654321', name: 'Laila', text: 'a secret' });
		const report = await runSelfCheck(sandbox, api);
		const text = `${report.markdown}${report.html}${decodeURIComponent(report.link)}`;
		const answers = sandbox.messages.map(({ id }) => id);
		for (const hidden of [
			NUMBER,
			'0500000001',
			sandbox.addresses[api].token,
			'a secret',
			'Laila',
			'Delivery team',
			...answers,
		]) {
			expect(text).not.toContain(hidden);
		}
		expect(text).not.toMatch(/\d{7,}/);
		expect(text).toContain('success');
	});

	test('names the fields of an answer, nested ones included (on WhatsLoop v1)', async () => {
		expect((await runSelfCheck(sandbox, 'go')).markdown).toContain('data.key.remoteJid');
	});

	test.each(CONTRACT_NAMES)(
		'ends in a link to a new issue that is filled in and short enough for GitHub (%s)',
		async (api) => {
			const { link, markdown, html } = await runSelfCheck(sandbox, api);
			expect(link.length).toBeLessThan(8000);
			expect(link.startsWith(`${bugs.url}/new?template=self-check.yml`)).toBe(true);
			const { probe } = contractFor(api);
			const filled = new URL(link).searchParams.get('report') ?? '';
			expect(filled).toContain(`${probe.method} ${probe.path}: works 200 F`);
			expect(filled).toContain('F1: ');
			expect(markdown.trim().split('\n').at(-1)).toContain(link);
			expect(html).toContain('Open an issue with it filled in</a>');
		},
	);

	test('asks for the number before anything is sent', async () => {
		await expect(runSelfCheck(sandbox, 'go', '')).rejects.toThrow('Fill in your own number');
		expect(sandbox.requests).toEqual([]);
	});
});
