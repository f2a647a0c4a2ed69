import { resources } from '../../../../nodes/WhatsLoop/actions';
import { buildRequest } from '../../../../nodes/WhatsLoop/contracts/buildRequest';
import { go } from '../../../../nodes/WhatsLoop/contracts/go';
import { askedOperation } from '../askedOperation';

test('every operation of the panel is available', () => {
	const ids = resources.flatMap(({ value, operations }) =>
		operations.map((operation) => `${value}.${operation.value}`),
	);
	for (const id of ids) expect([id, go.operations[id]?.length ?? 0]).not.toEqual([id, 0]);
});

test.each([
	[true, 1],
	[false, 0],
])(
	'the place to go on from in a chat says whether the message there is ours: %p is %i (PHP reads the text "false" as true)',
	(cursorFromMe, sent) => {
		const values = { recipient: '966501234567', limit: 10, cursorId: 'M50', cursorFromMe };
		expect(buildRequest(go, askedOperation('chat.getMessages'), values).query).toEqual({
			phone: '966501234567',
			limit: 10,
			cursorId: 'M50',
			cursorFromMe: sent,
		});
	},
);

test('a list without a limit is requested without one', () => {
	const { method, path, query, body } = buildRequest(go, askedOperation('message.getAll'), {});
	expect({ method, path, query, body }).toEqual({ method: 'GET', path: 'message/fetch', query: {}, body: undefined });
});
