import { get, post, row, type RequestRow } from './row';
import { PHONE, toPerson } from './samples';

const onPerson = (operation: string, path: string): RequestRow =>
	row(`contact.${operation}`, 'a person', toPerson(), { go: post(path, { phone: PHONE }) });

export const contactRequests: RequestRow[] = [
	row('contact.getAll', 'the usual number', {}, { go: get('contacts') }),
	onPerson('check', 'user/presence'),
	onPerson('block', 'user/block'),
	onPerson('unblock', 'user/unblock'),
	onPerson('getBusinessProfile', 'user/business'),
	row('contact.getPicture', 'of a person', toPerson(), { go: get('user/display/picture', { phone: PHONE }) }),
	row('contact.rename', 'in Arabic', toPerson({ name: 'سامي' }), {
		go: post('user/set/name', { phone: PHONE, name: 'سامي' }),
	}),
];
