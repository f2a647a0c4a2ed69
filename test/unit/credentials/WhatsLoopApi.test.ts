import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { INodePropertyOptions } from 'n8n-workflow';
import { WhatsLoopApi } from '../../../credentials/WhatsLoopApi.credentials';
import { contracts } from '../../../nodes/WhatsLoop/contracts';

const credential = new WhatsLoopApi();
const named = (name: string) => credential.properties.filter((property) => property.name === name);

test('has the fields that are stored under these names', () => {
	expect(credential.name).toBe('whatsLoopApi');
	expect([...new Set(credential.properties.map(({ name }) => name))]).toEqual([
		'apiVersion',
		'baseUrl',
		'apiToken',
		'channelId',
		'webhookSecret',
	]);
});

test('offers every API that the package speaks, the documented one first', () => {
	const [{ options, default: standard }] = named('apiVersion');
	expect((options as INodePropertyOptions[]).map(({ value }) => value)).toEqual(contracts.map(({ id }) => id));
	expect(standard).toBe('go');
});

test.each(contracts.map((contract) => [contract.id, contract] as const))(
	'shows one Base URL for %s, empty and with its own address as placeholder (switching the API then switches the host)',
	(id, contract) => {
		const fields = named('baseUrl').filter(({ displayOptions }) => displayOptions?.show?.apiVersion?.includes(id));
		expect(fields.map((field) => [field.default, field.placeholder])).toEqual([['', contract.defaultBaseUrl]]);
	},
);

test('shows the Channel ID only where the API has channels', () => {
	const [{ displayOptions }] = named('channelId');
	expect(displayOptions?.show?.apiVersion).toEqual(
		contracts.filter(({ channelField }) => channelField).map(({ id }) => id),
	);
});

test.each(['apiToken', 'webhookSecret'])('hides the characters that are typed into %s', (name) => {
	expect(named(name)[0].typeOptions?.password).toBe(true);
});

test('has its icons', () => {
	const { light, dark } = credential.icon as { light: string; dark: string };
	for (const icon of [light, dark])
		expect(existsSync(resolve(__dirname, '../../../credentials', icon.replace('file:', '')))).toBe(true);
});
