import { contactOfVcard, contactsOfVcards, namesOf } from '../../../../nodes/WhatsLoop/trigger/normalise/vcard';

const contact = (name: string | null, phone: string | null) => ({ id: null, phone, name });

test.each<[string, string, ReturnType<typeof contact>]>([
	['as WhatsApp writes it', 'FN:Ali\nTEL;type=CELL;waid=966509999999:+966 50 999', contact('Ali', '966509999999')],
	['with a number alone', 'FN:Ali\r\nTEL:+966 (50) 999-9999\r\nEND:VCARD', contact('Ali', '966509999999')],
	['with parameters of its number', 'FN:Ali\nTEL;type=CELL:+966509999999', contact('Ali', '966509999999')],
	['with a number in a group of fields', 'FN:Ali\nitem12.TEL:+966509999999', contact('Ali', '966509999999')],
	['in lower case', 'fn:Ali\ntel;WAID=966509999999:1', contact('Ali', '966509999999')],
	['with parameters of its name', 'FN;CHARSET=UTF-8: Ali \nTEL:966509999999', contact('Ali', '966509999999')],
	['without a number', 'FN:Ali\nEND:VCARD', contact('Ali', null)],
	['with an empty number', 'FN:Ali\nTEL:\nEND:VCARD', contact('Ali', null)],
	['with another field before', 'X-FN:Boss\nFN:Ali\nX-TEL:1\nTEL:966509999999', contact('Ali', '966509999999')],
	['with nothing in it', '', contact(null, null)],
])('a vCard is read %s', (_name, vcard, expected) => {
	expect(contactOfVcard(vcard)).toStrictEqual(expected);
});

test('a vCard without a name has the name beside it', () => {
	expect(contactOfVcard('TEL:1', 'Ali').name).toBe('Ali');
	expect(contactOfVcard('FN: \nTEL:1', 'Ali').name).toBe('Ali');
	expect(contactOfVcard('FN:Omar\nTEL:1', 'Ali').name).toBe('Omar');
});

describe('several vCards in one text', () => {
	const card = (name: string) => `BEGIN:VCARD\nFN:${name}\nEND:VCARD\n`;

	test('are one contact each (white space before the first is none)', () => {
		const contacts = contactsOfVcards(`\n ${card('A')}${card('B').toLowerCase()}`);
		expect(contacts).toStrictEqual([contact('A', null), contact('b', null)]);
	});

	test('are read up to 257, more than anybody can send', () => {
		expect(contactsOfVcards(card('A').repeat(257))).toHaveLength(257);
		expect(contactsOfVcards(card('A').repeat(300))).toHaveLength(257);
	});
});

test('the words of contacts are their names', () => {
	expect(namesOf([contact('A', null), contact(null, '1'), contact('B', null)])).toBe('A, B');
	expect(namesOf([contact(null, '1')])).toBeNull();
	expect(namesOf([])).toBeNull();
});
