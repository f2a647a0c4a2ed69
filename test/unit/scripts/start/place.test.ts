import { findPlace } from '../../../../scripts/start/place';

const placeBeside = async (...taken: number[]) => await findPlace((port) => Promise.resolve(!taken.includes(port)));

test('the first start gets the ports that the documentation names', async () => {
	expect(await placeBeside()).toEqual({ n8nHost: '127.0.0.1', n8nPort: 5678, sandboxPort: 3939 });
});

test('a second start gets the next ports and another host name (cookies are kept by host, so log-ins would collide)', async () => {
	expect(await placeBeside(5678, 3939)).toEqual({ n8nHost: 'localhost', n8nPort: 5679, sandboxPort: 3940 });
});

test("next to the user's own n8n only the port changes (people usually open that one as localhost)", async () => {
	expect(await placeBeside(5678)).toEqual({ n8nHost: '127.0.0.1', n8nPort: 5679, sandboxPort: 3939 });
});

test('a third start takes any free ports', async () => {
	const { n8nPort, sandboxPort } = await placeBeside(5678, 3939, 5679, 3940);
	for (const port of [n8nPort, sandboxPort]) expect(port).toBeGreaterThan(10_000);
});
