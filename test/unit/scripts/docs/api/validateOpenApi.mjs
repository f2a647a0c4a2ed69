// Prints what is wrong with each OpenAPI document that is named. The validator is an ES module, which jest does not load.
import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';

const results = {};
for (const path of process.argv.slice(2)) {
	const validator = new Validator();
	const { valid, errors } = await validator.validate(JSON.parse(readFileSync(path, 'utf8')));
	results[path] = { valid, version: validator.version, errors: errors ?? [] };
}
console.log(JSON.stringify(results));
