import { createServer, type AddressInfo, type Server } from 'node:net';
import { freePort, isPortFree } from '../../../../scripts/process/freePort';

describe('picking a port', () => {
	let server: Server;
	let takenPort: number;

	beforeAll(async () => {
		server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		takenPort = (server.address() as AddressInfo).port;
	});

	afterAll(async () => {
		await new Promise((resolve) => server.close(resolve));
	});

	test('passes over a preferred port that is taken', async () => {
		const port = await freePort(takenPort);

		expect(port).not.toBe(takenPort);
		await expect(isPortFree(port)).resolves.toBe(true);
	});

	test('takes the preferred port when it is free (people know it from the documentation)', async () => {
		const wanted = await freePort();

		await expect(freePort(takenPort, wanted)).resolves.toBe(wanted);
	});
});
