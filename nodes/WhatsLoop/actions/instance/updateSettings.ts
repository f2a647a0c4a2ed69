import type { INodeProperties } from 'n8n-workflow';
import { optionsWithoutRecipient } from '../../fields/options';
import { defineOperation } from '../operation';

const markOnlineOnConnect: INodeProperties = {
	displayName: 'Mark Online on Connect',
	name: 'markOnlineOnConnect',
	type: 'boolean',
	default: false,
	description: 'Whether the account shows as online while connected. The phone does not notify then.',
};

export const updateSettings = defineOperation({
	value: 'updateSettings',
	name: 'Update Settings',
	action: 'Update the settings of the WhatsApp connection',
	description: 'Choose whether the account shows as online while WhatsLoop is connected',
	kind: 'change',
	fields: [markOnlineOnConnect, optionsWithoutRecipient],
	readValues: (read) => ({ markOnlineOnConnect: read.isOn(markOnlineOnConnect) }),
	simplify: ({ values }) => ({ updated: true, markOnlineOnConnect: values.markOnlineOnConnect }),
});
