import { contractOf } from '../../../sandbox/contracts';
import { KNOWN_MEANING } from './knownWords';
import type { ApiMaterial } from './material';
import { slugOf } from './slug';

const row = (cells: string[]) => `| ${cells.join(' | ')} |`;

const table = (header: string[], rows: string[][]) =>
	[row(header), row(header.map(() => '---')), ...rows.map(row)].join('\n');

function section({ contract, endpoints, events }: ApiMaterial): string {
	const { introduction, failures, rateLimit, furtherBaseUrls } = contractOf(contract.id).reference;
	const slug = slugOf(contract);
	const addresses = [contract.defaultBaseUrl, ...furtherBaseUrls].map((url) => `\`${url}\``).join(' or ');
	return [
		`## ${contract.name}`,
		`[OpenAPI 3.1](${slug}.openapi.json) · [Postman collection](${slug}.postman_collection.json)`,
		`At ${addresses}, with \`Authorization: Bearer <token>\`.`,
		...introduction,
		table(
			['Request', 'What it does', 'Evidence'],
			endpoints.map(({ method, path, title, known }) => [`\`${method} ${path}\``, title, known]),
		),
		'Failures:',
		table(
			['Status', 'Meaning', 'Evidence'],
			failures.map(({ status, description, known }) => [String(status), description, known]),
		),
		`Rate limit (${rateLimit.known}): ${rateLimit.description}`,
		'Webhooks. The URL is pasted into the WhatsLoop dashboard:',
		table(
			['Event', 'Where it is known from', 'Evidence'],
			events.map(({ name, description, known }) => [`\`${name}\``, description, known]),
		),
	].join('\n\n');
}

/** The page for people who look for a reference of WhatsLoop's API. */
export const apiIndex = (material: readonly ApiMaterial[]): string =>
	`${[
		'# The WhatsLoop API, as far as it is known',
		'<!-- Written by npm run docs. -->',
		'WhatsLoop publishes no list of endpoints. This one is collected from public material by the people who make [n8n-nodes-whatsloop](../../README.md), and not by WhatsLoop. Nothing was tried against the live service. If you have an account, [five minutes of yours tell more](../evidence.md).',
		'Each line says how well it is known:',
		Object.entries(KNOWN_MEANING)
			.map(([known, meaning]) => `- *${known}*: ${meaning}`)
			.join('\n'),
		'Import a file into Postman, Insomnia, Bruno, Swagger UI or a code generator. Try requests only on chats of your own. To try them without an account, run `npm ci && npm run sandbox`: a local WhatsLoop that answers all of them, and that a test holds against these files.',
		...material.map(section),
	].join('\n\n')}\n`;
