import { contracts } from '../../../nodes/WhatsLoop/contracts';
import type { Contract } from '../../../nodes/WhatsLoop/contracts/contract';
import {
	answerTo,
	bodyOf,
	parametersOf,
	queryOf,
	rowsOn,
	rowsRefusedOn,
	titleOf,
	type RequestRow,
} from '../../requests';
import { Harness, sendText } from '../support/harness';

let harness: Harness;

beforeAll(async () => {
	harness = await Harness.start();
});
beforeEach(() => harness.reset());
afterAll(async () => await harness.close());

const CHANNEL_ID = 5;

const titled = (rows: RequestRow[]) => rows.map((each): [string, RequestRow] => [titleOf(each), each]);

describe.each(contracts.map((contract) => [contract.name, contract] as const))('on %s', (_name, contract: Contract) => {
	const credential = (more = {}) => harness.go({ apiVersion: contract.id, ...more });

	const expectRequests = async (row: RequestRow, channelId?: number) => {
		const expected = row.on[contract.id];
		harness.server.answerWith(...expected.map(() => ({ body: answerTo(row) })));
		const more = channelId === undefined ? {} : { channelId: String(channelId) };
		const { error } = await harness.engine.run({ parameters: parametersOf(row), credential: credential(more) });
		expect(error).toBeUndefined();
		const arrived = harness.server.requests.map(({ method, path, query, rawBody }) => ({
			method,
			path,
			query,
			rawBody,
		}));
		expect(arrived).toEqual(
			expected.map((request) => ({
				method: request.method,
				path: `/${request.path}`,
				query: queryOf(request),
				rawBody: bodyOf(request, contract, channelId),
			})),
		);
	};

	/** Rows whose execution waits for a person are left out, because they need a whole n8n. */
	const rows = titled(rowsOn(contract.id).filter(({ waits }) => !waits));

	test.each(rows)('%s', async (_title, row) => {
		await expectRequests(row);
	});

	if (contract.channelField) {
		test.each(rows)('%s, from a channel', async (_title, row) => {
			await expectRequests(row, CHANNEL_ID);
		});
	}

	const refused = titled(rowsRefusedOn(contract.id).filter(({ waits }) => !waits));
	if (refused.length > 0) {
		test.each(refused)('%s is refused before any request', async (_title, row) => {
			const { error } = await harness.engine.run({ parameters: parametersOf(row), credential: credential() });
			expect(error?.message).toContain(` is not available on ${contract.name}. `);
			expect(harness.server.requests).toHaveLength(0);
		});
	}
});

test('a cloud message without an id in the answer is still sent', async () => {
	harness.server.answerWith({ body: { success: true } });
	const { items } = await harness.engine.run({
		parameters: sendText({ text: 'Hi' }),
		credential: harness.cloud(),
	});
	expect(items[0].json).toEqual({
		messageId: null,
		recipient: '966501234567',
		status: 'accepted',
		timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
	});
});
