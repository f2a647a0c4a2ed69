import { contracts } from '../../../nodes/WhatsLoop/contracts';
import { alwaysSignedNames, notAvailableOn } from '../../../nodes/WhatsLoop/contracts/availability';

const names = contracts.map(({ name }) => name);

describe('a hint of the panel', () => {
	test('is empty for what every API has', () => {
		expect(notAvailableOn('message.sendText')).toBe('');
		expect(notAvailableOn('message.sendText', 'text')).toBe('');
	});

	test('names the API that lacks an operation', () => {
		expect(notAvailableOn('chat.pin')).toBe('Not available on WhatsLoop Cloud.');
	});

	test('names the API that has the operation, but no request that carries the value', () => {
		expect(notAvailableOn('message.sendAndWait', 'buttons')).toBe('Not available on WhatsLoop Cloud.');
	});

	test('finds a value that a request brings into another shape', () => {
		expect(notAvailableOn('message.sendButtons', 'buttons')).toBe('');
	});

	test('names all APIs that lack something', () => {
		expect(notAvailableOn('message.dance')).toBe(`Not available on ${names.join(' and ')}.`);
		expect(notAvailableOn('message.dance', 'tune')).toBe(`Not available on ${names.join(' and ')}.`);
	});
});

test('the APIs that sign every event are named', () => {
	expect(alwaysSignedNames()).toBe('WhatsLoop Cloud');
});
