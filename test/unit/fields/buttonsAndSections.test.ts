import { readButtons } from '../../../nodes/WhatsLoop/fields/buttons';
import { readSections } from '../../../nodes/WhatsLoop/fields/sections';
import { readerOf } from '../input/parameters';

const buttons = (button: unknown, options = {}) => readButtons(readerOf({ buttons: { button }, options }));
const sections = (section: unknown) => readSections(readerOf({ sections: { section } }));

test('buttons are read from the panel, and a number to call is completed by the Default Country Code', () => {
	expect(buttons([{ type: 'call', text: 'Call', phone: '050 123 4567' }], { defaultCountryCode: '966' })).toEqual([
		{ type: 'call', text: 'Call', id: '1', phone: '966501234567' },
	]);
});

test('sections are read from the panel', () => {
	expect(sections([{ title: 'Monday', rows: { row: [{ title: '9:00' }] } }])).toEqual([
		{ title: 'Monday', rows: [{ id: '1', title: '9:00' }] },
	]);
});

test('a panel in which nothing was added has no button and no section', () => {
	expect(() => buttons(undefined)).toThrow('There is no button');
	expect(() => sections(undefined)).toThrow('The list has no section');
});
