import type { Resource } from '../operation';
import { getQrCode } from './getQrCode';
import { getSession } from './getSession';
import { getStatus } from './getStatus';
import { setPresence } from './setPresence';
import { setStatusText } from './setStatusText';
import { updateSettings } from './updateSettings';

export const instance: Resource = {
	value: 'instance',
	name: 'WhatsApp Connection',
	defaultOperation: 'getStatus',
	operations: [getQrCode, getSession, getStatus, setPresence, setStatusText, updateSettings],
};
