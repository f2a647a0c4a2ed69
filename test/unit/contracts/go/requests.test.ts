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

test('a list without a limit is requested without one', () => {
	const { method, path, query, body } = buildRequest(go, askedOperation('message.getAll'), {});
	expect({ method, path, query, body }).toEqual({ method: 'GET', path: 'message/fetch', query: {}, body: undefined });
});
