import type { IDataObject, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';
import { matches, searchGroups, searchRecipients } from '../../../nodes/WhatsLoop/listSearch/search';
import { CLOUD_ACCOUNT, GO_ACCOUNT, pathOf } from '../support/fakeNode';

const LISTS: Record<string, unknown> = {
	contacts: [
		{ id: '966501234567@s.whatsapp.net', name: 'Sami' },
		{ id: '966507654321@s.whatsapp.net', notify: 'Layla' },
		{ id: '966507654321@s.whatsapp.net', notify: 'Layla' },
		{ id: '966509999999@s.whatsapp.net' },
	],
	'group/list': [{ id: '1203@g.us', subject: 'Team' }],
};

let tokens = 0;

/** Each test has its own account, so that no test finds the lists of another one in the cache. */
function editor(
	answer: (path: string) => unknown = (path) => ({ success: true, data: LISTS[path] }),
	credential: IDataObject = GO_ACCOUNT,
) {
	const requests: string[] = [];
	const context = {
		getCredentials: async () => ({ ...credential, apiToken: `token-${(tokens += 1)}` }),
		getNode: () => ({ name: 'WhatsLoop', parameters: {} }),
		logger: { debug: () => undefined },
		helpers: {
			httpRequestWithAuthentication: async (_type: string, request: IHttpRequestOptions) => {
				requests.push(pathOf(request));
				return { statusCode: 200, headers: {}, body: answer(pathOf(request)) };
			},
		},
	};
	return { context: context as unknown as ILoadOptionsFunctions, requests };
}

/** The same account in all calls. */
function oneAccount(answer?: (path: string) => unknown) {
	const { context, requests } = editor(answer);
	const apiToken = `token-${(tokens += 1)}`;
	return {
		context: { ...context, getCredentials: async () => ({ ...GO_ACCOUNT, apiToken }) } as ILoadOptionsFunctions,
		requests,
	};
}

describe('the list of recipients', () => {
	test('has contacts and groups, each once, with the values that a send takes', async () => {
		const { context } = editor();
		expect(await searchRecipients.call(context)).toEqual({
			results: [
				{ name: '\u2066+966509999999\u2069', value: '966509999999' },
				{ name: 'Layla (\u2066+966507654321\u2069)', value: '966507654321' },
				{ name: 'Sami (\u2066+966501234567\u2069)', value: '966501234567' },
				{ name: 'Team (group)', value: '1203@g.us' },
			],
			paginationToken: undefined,
		});
	});

	test.each([
		['sam', 'Sami'],
		['TEAM', 'Team'],
		['+966 50 765', 'Layla'],
		['00966507654321', 'Layla'],
		['٩٦٦٥٠٧٦٥٤', 'Layla'],
		['1203', 'Team'],
	])('finds "%s"', async (filter, name) => {
		const { context } = editor();
		const { results } = await searchRecipients.call(context, filter);
		expect(results.map((result) => result.name)).toEqual([expect.stringContaining(name)]);
	});

	test('finds nobody by a text that is neither a name nor a number', () => {
		expect(matches({ name: 'Sami (\u2066+966501234567\u2069)', value: '966501234567' }, 'nobody')).toBe(false);
	});

	test('of groups has groups only', async () => {
		const { context, requests } = editor();
		const { results } = await searchGroups.call(context);
		expect(results).toEqual([{ name: 'Team (group)', value: '1203@g.us' }]);
		expect(requests).toEqual(['group/list']);
	});

	test('comes in pages that together contain everybody once', async () => {
		const many = Array.from({ length: 120 }, (_, index) => ({ id: `${966500000000 + index}@c.us` }));
		const { context } = oneAccount((path) => ({ data: path === 'contacts' ? many : [] }));
		const values: unknown[] = [];
		let token: unknown;
		do {
			const page = await searchRecipients.call(context, undefined, token as string);
			values.push(...page.results.map(({ value }) => value));
			token = page.paginationToken;
		} while (token !== undefined);
		expect(values).toEqual(many.map(({ id }) => id.replace('@c.us', '')));
	});

	test('is fetched once while somebody types (the editor asks after every key)', async () => {
		const { context, requests } = oneAccount();
		for (const filter of ['s', 'sa', 'sam']) await searchRecipients.call(context, filter);
		expect(requests).toEqual(['contacts', 'group/list']);
	});

	test('of another account is never shown', async () => {
		const first = editor();
		const second = editor((path) => ({ data: path === 'contacts' ? [{ id: '971501234567@c.us' }] : [] }));
		await searchRecipients.call(first.context);
		const { results } = await searchRecipients.call(second.context);
		expect(results.map(({ value }) => value)).toEqual(['971501234567']);
	});

	test('that failed is an error and not an empty list, and is requested again', async () => {
		let isBroken = true;
		const { context } = oneAccount((path) =>
			isBroken ? { Status: 0, Message: 'Session closed' } : { data: LISTS[path] },
		);
		await expect(searchRecipients.call(context)).rejects.toThrow('Session closed');
		isBroken = false;
		expect((await searchRecipients.call(context)).results).toHaveLength(4);
	});

	test('says that WhatsLoop Cloud has none', async () => {
		const { context, requests } = editor(undefined, CLOUD_ACCOUNT);
		await expect(searchRecipients.call(context)).rejects.toThrow('"From List" is not available on WhatsLoop Cloud');
		expect(requests).toEqual([]);
	});
});
