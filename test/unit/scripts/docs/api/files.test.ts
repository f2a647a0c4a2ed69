import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PostmanValidator } from '@har-sdk/validator';
import { contracts } from '../../../../../nodes/WhatsLoop/contracts';
import { apiFiles } from '../../../../../scripts/docs/api';
import { slugOf } from '../../../../../scripts/docs/api/slug';
import { PROJECT_FOLDER } from '../../../../../scripts/project';

const FOLDER = join(PROJECT_FOLDER, 'docs', 'api');
const files = readdirSync(FOLDER).sort();
const read = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
const ending = (end: string) => files.filter((file) => file.endsWith(end));

test('docs/api holds what the program writes, and nothing else (otherwise: npm run docs)', async () => {
	const written = await apiFiles();
	expect(files.map((file) => `docs/api/${file}`)).toEqual(Object.keys(written).sort());
	for (const file of files) expect(read(file)).toBe(written[`docs/api/${file}`]);
}, 60_000);

test('there is one document of each kind for each API', () => {
	const slugs = contracts.map(slugOf).sort();
	for (const kind of ['.openapi.json', '.postman_collection.json'])
		expect(ending(kind).sort()).toEqual(slugs.map((slug) => `${slug}${kind}`));
});

test('the OpenAPI documents are valid (by a validator of version 3.1)', async () => {
	const script = join(__dirname, 'validateOpenApi.mjs');
	const paths = ending('.openapi.json').map((file) => join(FOLDER, file));
	const { stdout } = await promisify(execFile)(process.execPath, [script, ...paths]);
	const results = Object.values(JSON.parse(stdout) as Record<string, unknown>);
	expect(results).toEqual(paths.map(() => ({ valid: true, version: '3.1', errors: [] })));
}, 60_000);

test.each(ending('.postman_collection.json'))(
	'%s is a collection by the schema that Postman publishes (v2.1.0)',
	async (file) => {
		const collection = JSON.parse(read(file)) as { info: { schema: string } };
		expect(collection.info.schema).toContain('v2.1.0');
		expect(await new PostmanValidator().verify(collection as never)).toEqual([]);
	},
);

test.each(files)('%s names no computer, and no token or number but the made-up ones', (file) => {
	const text = read(file);
	expect(text).not.toMatch(/127\.0\.0\.1|localhost|[0-9a-f]{32}_[0-9A-Za-z]{40}|wl_[0-9A-Za-z]{10}/);
	const phones = new Set(text.match(/\b9665\d{8}\b/g));
	const known = ['966501234567', '966507654321', '966551112233', '966500000001', '966500000002'];
	expect([...phones].filter((phone) => !known.includes(phone))).toEqual([]);
});
