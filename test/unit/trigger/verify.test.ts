import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { checkFor, refusalOf, signatureOf, type VerificationInput } from '../../../nodes/WhatsLoop/trigger/verify';

const SECRET = 'صندوق-secret';
const BODY = Buffer.from('{ "text" :\t"سلام 👋" ,\r\n "n": 1.0 }  ');
const SIGNATURE = createHmac('sha256', SECRET).update(BODY).digest('hex');

const evidence = (more: Partial<VerificationInput> = {}): VerificationInput => ({
	rawBody: BODY,
	headers: { 'x-webhook-signature': SIGNATURE },
	queryToken: undefined,
	secret: SECRET,
	urlToken: '',
	...more,
});

test('the signature of the documented HMAC-SHA256 example is right (RFC 4231, test case 2)', () => {
	expect(signatureOf(Buffer.from('what do ya want for nothing?'), 'Jefe')).toBe(
		'5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
	);
});

describe('a correct signature is accepted', () => {
	test.each<[string, Record<string, unknown>]>([
		['as WhatsLoop sends it', { 'x-webhook-signature': SIGNATURE }],
		['with its name in capitals', { 'X-Webhook-Signature': SIGNATURE }],
		['in upper-case hex', { 'x-webhook-signature': SIGNATURE.toUpperCase() }],
		['with a prefix', { 'x-webhook-signature': `sha256=${SIGNATURE}` }],
		['with a prefix in capitals', { 'x-webhook-signature': `SHA256=${SIGNATURE.toUpperCase()}` }],
		['with a space after the prefix', { 'x-webhook-signature': `sha256= ${SIGNATURE}` }],
		['as a list', { 'x-webhook-signature': [SIGNATURE] }],
		[
			'beside another one (the secret is being changed)',
			{ 'x-webhook-signature': ['0'.repeat(64), `sha256=${SIGNATURE}`] },
		],
		['joined with another one by a proxy', { 'x-webhook-signature': `${'0'.repeat(64)}, ${SIGNATURE}` }],
		['with white space around it', { 'x-webhook-signature': ` ${SIGNATURE} ` }],
	])('%s', (_name, headers) => {
		expect(refusalOf('signature', evidence({ headers }))).toBeUndefined();
	});
});

describe('everything else is refused, with the reason', () => {
	test.each<[string, Partial<VerificationInput>, RegExp]>([
		['no secret', { secret: '' }, /^no secret/],
		['no header', { headers: {} }, /^no header/],
		['an empty header', { headers: { 'x-webhook-signature': ' ' } }, /^no header/],
		['a header that is no text', { headers: { 'x-webhook-signature': { toString: () => SIGNATURE } } }, /^no header/],
		['a wrong signature', { headers: { 'x-webhook-signature': '0'.repeat(64) } }, /^mismatch/],
		[
			'a prefix in the middle',
			{ headers: { 'x-webhook-signature': `${SIGNATURE.slice(0, 9)}sha256=${SIGNATURE.slice(9)}` } },
			/^mismatch/,
		],
		['a cut signature', { headers: { 'x-webhook-signature': SIGNATURE.slice(0, 63) } }, /^mismatch/],
		['another secret', { secret: 'other' }, /^mismatch/],
		[
			'the same JSON in other white space',
			{ rawBody: Buffer.from(JSON.stringify(JSON.parse(BODY.toString()))) },
			/^mismatch/,
		],
		['no body', { rawBody: Buffer.alloc(0) }, /^mismatch/],
	])('%s', (_name, more, cause) => {
		const refusal = refusalOf('signature', evidence(more));
		expect(refusal).toMatch(cause);
		expect(refusal).not.toContain(SECRET);
		expect(refusal).not.toContain(SIGNATURE);
	});

	test('checks only a few signatures (a header with thousands would keep it busy)', () => {
		const headers = { 'x-webhook-signature': [...Array<string>(10).fill('0'.repeat(64)), SIGNATURE] };
		expect(refusalOf('signature', evidence({ headers }))).toMatch(/^mismatch/);
	});
});

describe('a token in the URL', () => {
	test.each<[string, unknown, string, RegExp | undefined]>([
		['right', 'letmein', 'letmein', undefined],
		['right, given twice', ['x', 'letmein'], 'letmein', undefined],
		['right, but after five others', ['a', 'b', 'c', 'd', 'e', 'letmein'], 'letmein', /^mismatch/],
		['wrong', 'letmeout', 'letmein', /^mismatch/],
		['missing', undefined, 'letmein', /^no token/],
		['empty', '', 'letmein', /^no token/],
		['an object', { a: 'letmein' }, 'letmein', /^no token/],
		['never set in the node', '', '', /^no secret/],
	])('%s', (_name, queryToken, urlToken, cause) => {
		const refusal = refusalOf('token', evidence({ queryToken, urlToken }));
		if (cause === undefined) expect(refusal).toBeUndefined();
		else expect(refusal).toMatch(cause);
	});
});

test('everything is accepted without verification', () => {
	expect(refusalOf('none', evidence({ headers: {}, secret: '' }))).toBeUndefined();
});

describe('automatic verification', () => {
	test.each([
		[true, false, 'signature'],
		[true, true, 'signature'],
		[false, false, 'none'],
		[false, true, 'signature'], // without a secret no event passes
	] as const)('with a secret: %s, an API that signs everything: %s → %s', (hasSecret, alwaysSigned, check) => {
		expect(checkFor('auto', hasSecret, alwaysSigned)).toBe(check);
	});

	test.each(['signature', 'token', 'none'] as const)('does not touch %s', (verification) => {
		expect(checkFor(verification, false, true)).toBe(verification);
	});
});

describe('signatures of any body with any secret', () => {
	const body = fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes));
	const secret = fc.string({ minLength: 1 });
	const check = (rawBody: Buffer, key: string, signature: string) =>
		refusalOf('signature', evidence({ rawBody, secret: key, headers: { 'x-webhook-signature': signature } }));

	test('the correct one is accepted', () => {
		fc.assert(fc.property(body, secret, (bytes, key) => check(bytes, key, signatureOf(bytes, key)) === undefined));
	});

	test('one for a changed body or with another secret is refused', () => {
		fc.assert(
			fc.property(body, secret, fc.uint8Array({ minLength: 1, maxLength: 5 }), (bytes, key, more) => {
				const signature = signatureOf(bytes, key);
				expect(check(Buffer.concat([bytes, more]), key, signature)).toMatch(/^mismatch/);
				expect(check(bytes, `${key}x`, signature)).toMatch(/^mismatch/);
			}),
		);
	});

	test('a header without a signature is refused, and nothing throws', () => {
		fc.assert(
			fc.property(body, secret, fc.anything(), (rawBody, key, header) => {
				const headers = { 'x-webhook-signature': header };
				expect(refusalOf('signature', evidence({ rawBody, secret: key, headers }))).toMatch(/^(mismatch|no header)/);
			}),
		);
	});
});
