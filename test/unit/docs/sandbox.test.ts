import { settingsSchema } from '../../../sandbox/control/schemas';
import { faultSchema } from '../../../sandbox/faults/fault';
import { DEFAULT_SETTINGS } from '../../../sandbox/state/settings';
import { webhookSchema } from '../../../sandbox/webhooks/schemas';
import { readDocument } from './documents';

const text = readDocument('docs/sandbox.md');

test('docs/sandbox.md has every setting with its default', () => {
	expect(Object.keys(settingsSchema.shape).sort()).toEqual(Object.keys(DEFAULT_SETTINGS).sort());
	for (const [name, value] of Object.entries(DEFAULT_SETTINGS))
		expect(text).toContain(`| \`${name}\` | \`${value}\` |`);
});

test('docs/sandbox.md has every field of a webhook and every kind of fault', () => {
	for (const name of Object.keys(webhookSchema.shape)) expect(text).toContain(`\`${name}\``);
	for (const { shape } of faultSchema.options) expect(text).toMatch(new RegExp(`\\b${shape.kind.value}\\b`));
});
