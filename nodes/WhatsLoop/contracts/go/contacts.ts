import type { OperationTable } from '../contract';
import { get, post } from './variant';

export const contactOperations: OperationTable = {
	'contact.getAll': [get('contacts')],
	// "presence" here answers whether the number is on WhatsApp
	'contact.check': [post('user/presence', { phone: 'recipient' })],
	'contact.block': [post('user/block', { phone: 'recipient' })],
	'contact.unblock': [post('user/unblock', { phone: 'recipient' })],
	'contact.getBusinessProfile': [post('user/business', { phone: 'recipient' })],
	'contact.getPicture': [get('user/display/picture', { phone: 'recipient' })],
	'contact.rename': [post('user/set/name', { phone: 'recipient', name: 'name' })],
};
