import type { Contact } from '../../state/directory';
import { chatIdOf } from '../../state/message';
import type { Call, Endpoint } from '../endpoint';
import { recipient, required, text, type FieldRules } from '../fields';
import { ok, updated } from './answers';

/** Numbers with this ending are not on WhatsApp. A test can get both answers. */
export const NOT_ON_WHATSAPP = /0000$/;

const phoneOf = ({ fields }: Call) => fields.text('phone').replace(/@.*$/, '');

const record = ({ phone, name, blocked }: Contact) => ({ id: chatIdOf(phone), name, blocked });

function find(call: Call): Contact | undefined {
	const phone = phoneOf(call);
	return call.state.directories.of(call.account).contacts.find((contact) => contact.phone === phone);
}

/** The contact that a request names. An unknown number becomes a contact. */
function findOrAdd(call: Call): Contact {
	const known = find(call);
	if (known) return known;
	const contact: Contact = { phone: phoneOf(call), name: '', blocked: false };
	call.state.directories.of(call.account).contacts.push(contact);
	return contact;
}

const onPerson = (path: string, apply: Endpoint['apply'], more: FieldRules = {}): Endpoint => ({
	method: 'POST',
	path,
	fields: { phone: required(recipient), ...more },
	apply,
});

const change = (path: string, alter: (contact: Contact, call: Call) => void, more?: FieldRules) =>
	onPerson(
		path,
		(call) => {
			alter(findOrAdd(call), call);
			return updated('The contact has been successfully updated.');
		},
		more,
	);

/** Persons: those the account knows, and what can be asked about others. */
export const contacts: Endpoint[] = [
	{
		method: 'GET',
		path: 'contacts',
		fields: {},
		apply: ({ state, account }) =>
			ok('The contacts have been successfully fetched.', state.directories.of(account).contacts.map(record)),
	},
	onPerson('user/presence', (call) => {
		const phone = phoneOf(call);
		const exists = !phone.endsWith('0000');
		return ok('The number has been successfully checked.', { exists, ...(exists && { jid: chatIdOf(phone) }) });
	}),
	change('user/block', (contact) => (contact.blocked = true)),
	change('user/unblock', (contact) => (contact.blocked = false)),
	change('user/set/name', (contact, { fields }) => (contact.name = fields.text('name')), { name: required(text()) }),
	onPerson('user/business', (call) => {
		const contact = find(call);
		return ok('The profile has been successfully fetched.', {
			...contact?.business,
			...(contact?.business && { name: contact.name }),
		});
	}),
	{
		method: 'GET',
		path: 'user/display/picture',
		fields: { phone: required(recipient) },
		apply: ({ request }) =>
			ok('The picture has been successfully fetched.', { url: `http://${request.headers.host}/media/sample.jpg` }),
	},
];
