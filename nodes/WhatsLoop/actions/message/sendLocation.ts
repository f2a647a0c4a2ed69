import { placeFields, readLatitude, readLongitude } from '../../fields/coordinates';
import { options } from '../../fields/options';
import { readRecipient, recipient } from '../../fields/recipient';
import { defineOperation } from '../operation';

export const sendLocation = defineOperation({
	value: 'sendLocation',
	name: 'Send Location',
	action: 'Send a location',
	description: 'Send a place on the map',
	kind: 'send',
	fields: [recipient, ...placeFields, options],
	readValues: (read) => ({
		recipient: readRecipient(read),
		latitude: readLatitude(read),
		longitude: readLongitude(read),
	}),
});
