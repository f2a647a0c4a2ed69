import { pathOf, runNode } from '../support/fakeNode';

/** The smallest PNG: one transparent pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const qr = { resource: 'instance', operation: 'getQrCode' };

const service =
	(connected: boolean, qrCode: unknown) =>
	({ url }: { url: string }) =>
		url.endsWith('/qr') ? { success: true, data: qrCode } : { success: true, data: { status: 'x', connected } };

describe('the QR code', () => {
	test.each([PNG, `data:image/png;base64,${PNG}`])(
		'comes as a PNG in the chosen field, with the state (%#)',
		async (qrcode) => {
			const { output } = await runNode({ ...qr, binaryPropertyName: 'code' }, { answer: service(false, { qrcode }) });
			expect(output[0].json).toEqual({ connected: false, status: 'x', hasQrCode: true });
			expect(output[0].binary?.code).toMatchObject({ mimeType: 'image/png', data: PNG });
		},
	);

	test('is not requested while WhatsApp is connected (a new code may end the session)', async () => {
		const { output, requests } = await runNode(qr, { answer: service(true, {}) });
		expect(requests.map(pathOf)).toEqual(['session/status']);
		expect(output[0].json).toEqual({ connected: true, status: 'x', hasQrCode: false });
		expect(output[0].binary).toBeUndefined();
	});

	test.each([{}, { qrcode: '' }, { qrcode: 'bm8gcGljdHVyZQ==' }])(
		'is no error if it is not ready yet (%j), so that polling continues',
		async (data) => {
			const { output } = await runNode(qr, { answer: service(false, data) });
			expect(output[0].json).toMatchObject({ connected: false, hasQrCode: false });
		},
	);
});
