import type { Resource } from '../operation';
import { archive } from './archive';
import { getAll } from './getAll';
import { getMessages } from './getMessages';
import { markRead } from './markRead';
import { markUnread } from './markUnread';
import { mute } from './mute';
import { pin } from './pin';
import { sendPresence } from './sendPresence';
import { unarchive } from './unarchive';
import { unmute } from './unmute';
import { unpin } from './unpin';

export const chat: Resource = {
	value: 'chat',
	name: 'Chat',
	defaultOperation: getAll.value,
	operations: [archive, getAll, getMessages, markRead, markUnread, mute, pin, sendPresence, unarchive, unmute, unpin],
};
