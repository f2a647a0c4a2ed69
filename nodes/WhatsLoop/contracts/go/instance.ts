import type { OperationTable } from '../contract';
import { get, post } from './variant';

/** The WhatsApp connection behind the token: instance, session and QR code. */
export const instanceOperations: OperationTable = {
	'instance.getStatus': [get('instance/status')],
	'instance.getQrCode': [
		post('session/status', {}, { label: 'is it connected already?', when: { part: 'status' } }),
		post('qr', {}, { label: 'the QR code', when: { part: 'qrCode' } }),
	],
	'instance.setStatusText': [post('instance/set/status', { status: 'statusText' })],
	'instance.setPresence': [post('instance/set/presence', { presence: 'presence', mixed: 'recipient' })],
	'instance.updateSettings': [
		post('instance/set/settings', {
			markOnlineOnConnect: { value: 'markOnlineOnConnect', as: (isOn: boolean) => (isOn ? 1 : 0) },
		}),
	],
	'instance.getSession': [
		post('session/find', {}, { label: 'the session', when: { part: 'session' } }),
		post('session/status', {}, { label: 'its state', when: { part: 'status' } }),
	],
};
