import type { INodeProperties } from 'n8n-workflow';
import { notAvailableOn } from '../contracts/availability';
import { InputError } from '../input/InputError';
import { plainText } from '../input/plainText';
import type { ParameterReader } from '../input/ParameterReader';
import { cleanPhoneOf } from './phone';
import { chosenIn } from './resourceLocator';

export const group: INodeProperties = {
	displayName: 'Group',
	name: 'group',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The group that it is about',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a group',
			hint: `Groups of the account. ${notAvailableOn('group.getAll')}`.trim(),
			typeOptions: { searchListMethod: 'searchGroups', searchable: true },
		},
		{
			displayName: 'ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 120363041234567890@g.us',
			hint: 'The ID of the group, as WhatsLoop gives it',
		},
	],
};

/** @throws InputError where it is no ID of a group */
export function readGroupId(read: ParameterReader): string {
	const text = plainText(chosenIn(read.raw(group, '')).value).trim();
	if (!/^[\d-]+@g\.us$/.test(text)) {
		throw new InputError(
			`"${group.displayName}" is ${text === '' ? 'empty' : 'not the ID of a group'}`,
			'Choose a group from the list, or fill in an ID such as 120363041234567890@g.us. "Get Many" of Group lists them.',
		);
	}
	return text;
}

export const participants: INodeProperties = {
	displayName: 'Participants',
	name: 'participants',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 966501234567, 966507654321',
	description: 'Phone numbers with country code, separated by commas; an expression may give a list',
};

/**
 * One phone number or more, cleaned. The Arabic comma separates too.
 *
 * @throws InputError
 */
export function readParticipants(read: ParameterReader): string[] {
	const value = read.raw(participants, '');
	const entries: unknown[] = Array.isArray(value) ? value : plainText(value).split(/[,;\n،؛]/);
	const filledIn = entries.filter((entry) => plainText(entry).trim() !== '');
	if (filledIn.length === 0) {
		throw new InputError(
			`"${participants.displayName}" is empty`,
			'Fill in at least one phone number with country code.',
		);
	}
	return [...new Set(filledIn.map((entry) => cleanPhoneOf(read, entry)))];
}

export const inviteCode: INodeProperties = {
	displayName: 'Invite Code or Link',
	name: 'inviteCode',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. https://chat.whatsapp.com/GkX0zEf1',
	description: 'The invitation to the group, as a link or its last part',
};

/** Only the code, because WhatsLoop takes no links. */
export const readInviteCode = (read: ParameterReader): string =>
	read
		.text(inviteCode)
		.trim()
		.replace(/^(https?:\/\/)?chat\.whatsapp\.com\/(invite\/)?/i, '')
		.replace(/[?#/].*$/, '');
