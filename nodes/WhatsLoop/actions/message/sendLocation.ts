import { latitude, longitude, readLatitude, readLongitude } from '../../fields/coordinates';
import { options } from '../../fields/options';
import { recipient } from '../../fields/recipient';
import type { Operation } from '../operation';

export const sendLocation: Operation = {
	value: 'sendLocation',
	name: 'Send Location',
	action: 'Send a location',
	description: 'Send a place on the map',
	kind: 'send',
	fields: [recipient, latitude, longitude, options],
	readValues: (read) => ({ recipient: read.recipient(), latitude: readLatitude(read), longitude: readLongitude(read) }),
};
