import { optionsWithoutRecipient } from '../../fields/options';
import type { Operation } from '../operation';

export const updateSettings: Operation = {
	value: 'updateSettings',
	name: 'Update Settings',
	action: 'Update the settings of an instance',
	description: 'Choose whether the account shows as online while WhatsLoop is connected',
	kind: 'change',
	fields: [
		{
			displayName: 'Mark Online on Connect',
			name: 'markOnlineOnConnect',
			type: 'boolean',
			default: false,
			description: 'Whether the account shows as online while connected. The phone does not notify then.',
		},
		optionsWithoutRecipient,
	],
	readValues: (read) => ({ markOnlineOnConnect: read.raw('markOnlineOnConnect', false) === true }),
	simplify: ({ values }) => ({ updated: true, markOnlineOnConnect: values.markOnlineOnConnect as boolean }),
};
