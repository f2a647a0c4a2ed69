import { cloud } from '../../../../nodes/WhatsLoop/contracts/cloud';
import { go } from '../../../../nodes/WhatsLoop/contracts/go';

describe('whether WhatsApp is connected', () => {
	test.each([true, false])('is what the field "connected" says: %p', (connected) => {
		expect(go.events.readConnected({ data: { connected, status: connected ? 'closed' : 'open' } })).toBe(connected);
	});

	test.each([
		'disconnected',
		'DISCONNECTED',
		' notconnected ',
		'not connected',
		'not_connected',
		'close',
		'closed',
		'loggedout',
		'logged out',
		'logged_out',
		'offline',
		'qr',
		'unpaired',
	])('is read from the status "%s": no', (status) => {
		expect(go.events.readConnected({ data: { status } })).toBe(false);
	});

	test.each([
		'connected',
		'open',
		'closely',
		'enclosed',
		'closer',
		'is disconnected',
		'disconnected once',
		'qr2',
		'my qr',
		'',
	])('is not known from the status "%s"', (status) => {
		expect(go.events.readConnected({ data: { status } })).toBeUndefined();
	});

	test.each([{}, { data: {} }, { data: { connected: 'yes', status: 1 } }, { data: null }, null, 'disconnected'])(
		'is not known from %j',
		(answer) => {
			expect(go.events.readConnected(answer)).toBeUndefined();
		},
	);
});

test('WhatsLoop Cloud signs every event, and its answers never tell whether WhatsApp is connected', () => {
	expect([go.events.alwaysSigned, cloud.events.alwaysSigned]).toEqual([false, true]);
	expect(cloud.events.readConnected({ data: { connected: false } })).toBeUndefined();
});
