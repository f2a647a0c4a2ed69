import { samplePng } from '../../media/generatedSamples';
import type { Call, Endpoint } from '../endpoint';
import { oneOf, oneOrZero, optional, recipient, required, text } from '../fields';
import { goFailure, ok, updated } from './answers';

const PRESENCES = ['unavailable', 'available', 'composing', 'recording', 'paused'];

function connection({ state, account }: Call) {
	const { connected } = state.settings;
	return { status: connected ? 'connected' : 'disconnected', connected, phone: account.phone };
}

const profileOf = ({ state, account }: Call) => state.directories.of(account).profile;

/** The WhatsApp connection behind the token. */
export const instance: Endpoint[] = [
	{
		method: 'GET',
		path: 'instance/status',
		fields: {},
		apply: (call) => ok('The status has been successfully fetched.', connection(call)),
	},
	{
		method: 'POST',
		path: 'instance/set/status',
		fields: { status: required(text()) },
		apply(call) {
			profileOf(call).statusText = call.fields.text('status');
			return updated('The status has been successfully updated.');
		},
	},
	{
		method: 'POST',
		path: 'instance/set/presence',
		fields: { presence: required(oneOf(...PRESENCES)), mixed: optional(recipient) },
		apply(call) {
			const profile = profileOf(call);
			profile.presence = call.fields.text('presence');
			profile.presenceChat = call.fields.optionalText('mixed');
			return updated('The presence has been successfully updated.');
		},
	},
	{
		method: 'POST',
		path: 'instance/set/settings',
		fields: { markOnlineOnConnect: required(oneOrZero) },
		apply(call) {
			profileOf(call).markOnlineOnConnect = call.fields.text('markOnlineOnConnect') === '1';
			return updated('The settings have been successfully updated.');
		},
	},
	{
		method: 'POST',
		path: 'qr',
		fields: {},
		apply({ state }) {
			if (state.settings.connected) return { statusCode: 422, body: goFailure('WhatsApp is Connected Already') };
			return ok('The QR code has been successfully fetched.', { qrcode: samplePng(240, 240).toString('base64') });
		},
	},
	{
		method: 'POST',
		path: 'session/find',
		fields: {},
		apply: ({ account }) => ok('The session has been successfully found.', { sessionId: account.id }),
	},
	{
		method: 'POST',
		path: 'session/status',
		fields: {},
		apply: (call) => ok('The session has been successfully fetched.', connection(call)),
	},
];
