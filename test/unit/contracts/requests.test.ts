import type { IHttpRequestOptions } from 'n8n-workflow';
import { contracts } from '../../../nodes/WhatsLoop/contracts';
import type { Contract } from '../../../nodes/WhatsLoop/contracts/contract';
import {
	answerTo,
	bodyOf,
	parametersOf,
	REQUESTS,
	rowsOn,
	rowsRefusedOn,
	titleOf,
	type RequestRow,
} from '../../requests';
import { askedOperation } from './askedOperation';
import { pathOf, runNode } from '../support/fakeNode';

const phone = { mode: 'phone', value: '+966 50 123 4567' };
const chat = { recipient: phone };
const groupId = '120363041234567890@g.us';
const group = { group: { mode: 'id', value: groupId } };
const phones = ['966501234567', '966507654321'];

const split = (id: string) => {
	const [resource, operation] = id.split('.');
	return { resource, operation };
};

const CHANNEL_ID = 5;

const account = ({ id, channelField }: Contract, channelId?: number) => ({
	apiVersion: id,
	baseUrl: 'http://127.0.0.1:1/api/v1',
	apiToken: 'a-token',
	...(channelField && channelId !== undefined && { channelId: String(channelId) }),
});

const titled = (rows: RequestRow[]) => rows.map((each): [string, RequestRow] => [titleOf(each), each]);

const sent = (request: IHttpRequestOptions) => ({
	method: request.method,
	path: pathOf(request),
	query: request.qs,
	// n8n sends no body for an object without fields
	body: Object.keys((request.body ?? {}) as object).length === 0 ? '' : JSON.stringify(request.body),
});

test('the rows have titles of their own', () => {
	const titles = REQUESTS.map(titleOf);
	expect(titles).toEqual([...new Set(titles)]);
});

describe.each(contracts.map((contract) => [contract.name, contract] as const))('on %s', (_name, contract) => {
	const expectRequests = async (row: RequestRow, channelId?: number) => {
		const { requests } = await runNode(parametersOf(row), {
			credential: account(contract, channelId),
			answer: () => answerTo(row),
		});
		expect(requests.map(sent)).toEqual(
			row.on[contract.id].map((expected) => ({
				method: expected.method,
				path: expected.path,
				query: expected.query,
				body: bodyOf(expected, contract, channelId),
			})),
		);
	};

	test.each(titled(rowsOn(contract.id)))('%s makes its request and no other', async (_title, row) => {
		await expectRequests(row);
	});

	if (contract.channelField) {
		test.each(titled(rowsOn(contract.id)))('%s names the channel of the credential', async (_title, row) => {
			await expectRequests(row, CHANNEL_ID);
		});
	}

	const refused = titled(rowsRefusedOn(contract.id));
	if (refused.length > 0) {
		test.each(refused)(
			'%s is refused before any request (the API has no known request for it)',
			async (_title, row) => {
				let requests = 0;
				const run = runNode(parametersOf(row), { credential: account(contract), answer: () => (requests += 1) });
				const { message } = await run.then(
					() => ({ message: 'it was not refused' }),
					(error: Error) => error,
				);
				const { name } = askedOperation(row.operation);
				expect(message).toMatch(row.operation in contract.operations ? `"${name}"` : new RegExp(`^"${name}" is not `));
				expect(message).toContain(` is not available on ${contract.name}. `);
				expect(message).toContain('nothing was sent');
				expect(requests).toBe(0);
			},
		);
	}
});

describe('an update of a group', () => {
	test('changes each property by its own request, and says which', async () => {
		const { requests, output } = await runNode({
			...split('group.update'),
			...group,
			updateFields: { subject: 'New', description: 'About' },
		});
		expect(requests.map(pathOf)).toEqual(['group/rename', 'group/set/description']);
		expect(output[0].json).toEqual({ groupId, updated: ['subject', 'description'] });
	});

	test('says what was already changed if a later change fails (it can not be undone)', async () => {
		const answer = ({ url }: { url: string }) =>
			url.endsWith('rename') ? { success: true } : { success: false, message: 'No' };
		const run = runNode(
			{ ...split('group.update'), ...group, updateFields: { subject: 'New', description: 'About' } },
			{ answer },
		);
		await expect(run).rejects.toMatchObject({ description: expect.stringContaining('Changed before: subject.') });
	});
});

describe('input that WhatsLoop would refuse', () => {
	test.each([
		['group.get', { group: { mode: 'id', value: '966501234567' } }, '"Group" is not the ID of a group'],
		['group.addParticipants', { ...group, participants: ' , ' }, '"Participants" is empty'],
		['group.update', group, 'There is nothing to update'],
		['instance.setPresence', { presence: 'composing' }, 'The phone number is empty'],
		['product.create', { catalogPhone: '966501234567', name: 'A', currency: 'Riyal', images: 'x' }, '"Currency"'],
		['product.create', { catalogPhone: '966501234567', name: 'A', images: '' }, '"Image URLs" is empty'],
		['chat.mute', { ...chat, duration: 28_800_000_000 }, '"Duration (Seconds)"'],
	])('%s %j is refused with what is wrong', async (id, parameters, message) => {
		await expect(runNode({ ...split(id), ...parameters })).rejects.toThrow(message);
	});

	test('takes participants as a list by expression, and Arabic commas and digits', async () => {
		const list = await runNode({
			...split('group.promote'),
			...group,
			participants: ['966501234567', '966507654321'] as never,
		});
		const arabic = await runNode({ ...split('group.promote'), ...group, participants: '٩٦٦٥٠١٢٣٤٥٦٧، ٩٦٦٥٠٧٦٥٤٣٢١' });
		expect(list.requests[0].body).toEqual({ jid: groupId, phones });
		expect(arabic.requests[0].body).toEqual({ jid: groupId, phones });
	});
});
