import type { IBinaryKeyData, IExecuteFunctions } from 'n8n-workflow';
import { optionsWithoutRecipient } from '../../fields/options';
import { outputField, readOutputField } from '../../fields/outputField';
import { decodePicture } from '../../output/decodePicture';
import { dataIn } from '../../output/dataIn';
import { qrCodeIn, simplifyConnection } from '../../output/simplifyInstance';
import { defineOperation } from '../operation';

async function pictureIn(
	context: IExecuteFunctions,
	property: string,
	data: unknown,
): Promise<IBinaryKeyData | undefined> {
	const picture = decodePicture(qrCodeIn(data) ?? '');
	if (!picture) return undefined;
	const file = await context.helpers.prepareBinaryData(
		picture.bytes,
		`whatsapp-qr-code.${picture.extension}`,
		picture.mimeType,
	);
	return { [property]: file };
}

export const getQrCode = defineOperation({
	value: 'getQrCode',
	name: 'Get QR Code',
	action: 'Get the QR code to connect WhatsApp',
	description: 'Get the QR code to scan with the phone, as a picture, or the news that WhatsApp is connected already',
	kind: 'read',
	fields: [outputField, optionsWithoutRecipient],
	readValues: () => ({}),
	run: async ({ context, read, request, simplify }) => {
		const property = readOutputField(read);
		const status = await request({ part: 'status' });
		const connection = simplifyConnection(dataIn(status));
		const json = simplify ? connection : { connected: connection.connected, status: dataIn(status) };
		// no QR code is requested while WhatsApp is connected, because a new one may end the connection
		if (connection.connected === true) return [{ json: { ...json, hasQrCode: false } }];

		const binary = await pictureIn(context, property, dataIn(await request({ part: 'qrCode' })));
		return [{ json: { ...json, hasQrCode: binary !== undefined }, binary }];
	},
});
