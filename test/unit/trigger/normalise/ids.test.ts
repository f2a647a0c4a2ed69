import { phoneOfField, readComposedId } from '../../../../nodes/WhatsLoop/trigger/normalise/ids';

test.each([
	['966501234567', '966501234567'],
	['+966 50 123 4567', '966501234567'],
	['966501234567@c.us', '966501234567'],
	['9665XXXXXXXX', '9665XXXXXXXX'],
	['+9665xxxxxxxx', '+9665xxxxxxxx'],
	['9665****4567', '9665****4567'],
	['9665••••4567', '9665••••4567'],
	[' 9665XXXXXXXX ', '9665XXXXXXXX'],
	['9XXXXXX', '9XXXXXX'],
	['9'.padEnd(24, 'X'), '9'.padEnd(24, 'X')],
])('the field "%s" has the number %s', (value, phone) => {
	expect(phoneOfField(value)).toBe(phone);
});

test.each([
	null,
	'',
	'Sara',
	'9XXXXX',
	'9'.padEnd(25, 'X'),
	'XXXXXXXXX',
	'Sara 9665XXXXXXXX',
	'9665XXXXXXXX Sara',
	'1203@g.us',
])('the field %j has no number', (value) => {
	expect(phoneOfField(value)).toBeNull();
});

test('a composed message id says who sent it, and the chat', () => {
	expect(readComposedId('true_966501234567@c.us_3EB0AA')).toStrictEqual({
		fromMe: true,
		chatId: '966501234567@c.us',
	});
	expect(readComposedId('false_1203-15@g.us_3EB0AA_966501234567@c.us')).toStrictEqual({
		fromMe: false,
		chatId: '1203-15@g.us',
	});
});

test.each([
	null,
	'3EB0AA',
	'maybe_966501234567@c.us_3EB0AA',
	'x_true_966501234567@c.us_3EB0AA',
	'true_966501234567_3EB0AA',
	'true_966501234567@c.us',
	'true_1_2@c.us_3EB0AA',
	'true_966501234567@_3EB0AA',
	'true_966501234567@99_3EB0AA',
])('the message id %j says nothing', (id) => {
	expect(readComposedId(id)).toStrictEqual({});
});
