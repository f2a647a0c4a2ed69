import { join } from 'node:path';
import type { INode } from 'n8n-workflow';
import sharp from 'sharp';
import { MANUAL_TRIGGER_TYPE, node, whatsLoop } from '../../test/e2e/support/nodes';
import { Pointer } from './pointer';
import { Recording } from './recording';
import { CUSTOMER, IMAGES, type Stage } from './stage';
import { timeline, type Moment } from './timeline';

const HEIGHT = 560;
const EDITOR_WIDTH = 740;
const PHONE_WIDTH = 400;
const START = 'New order';
const OPTIONS = { stepMs: 125, longestPauseMs: 1200, lastMs: 2500, longestMs: 10_500 };

const recipient = { __rl: true, mode: 'phone', value: `={{ $('${START}').item.json.phone }}` };

function nodes({ credentials }: Stage): INode[] {
	const send = (name: string, column: number, parameters: INode['parameters']) =>
		whatsLoop({ resource: 'message', recipient, ...parameters }, credentials.go, {
			name,
			typeVersion: 1.1,
			position: [column * 200, 0],
		});
	return [
		node(START, MANUAL_TRIGGER_TYPE),
		send('Confirm', 1, {
			operation: 'sendText',
			text: '=مرحبا {{ $json.name }}، وصلنا طلبك رقم *{{ $json.order }}* بقيمة {{ $json.total }} ريال. شكرًا لك!',
		}),
		send('Ask for a day', 2, {
			operation: 'sendButtons',
			text: 'متى يناسبك التوصيل؟',
			buttons: {
				button: [
					{ type: 'reply', text: 'غدًا صباحًا', id: 'morning' },
					{ type: 'reply', text: 'غدًا مساءً', id: 'evening' },
				],
			},
			footer: 'متجرنا',
		}),
	];
}

/** Sets the two pages side by side. */
async function sideBySide({ frames }: Moment): Promise<Buffer> {
	const [editor, phone] = await Promise.all(
		frames.map(async ({ picture }, index) =>
			sharp(picture)
				.resize(index === 0 ? EDITOR_WIDTH : PHONE_WIDTH, HEIGHT, { fit: 'cover', position: 'left top' })
				.toBuffer(),
		),
	);
	const background = { width: EDITOR_WIDTH + PHONE_WIDTH, height: HEIGHT, channels: 3 as const, background: 'white' };
	return await sharp({ create: background })
		.composite([
			{ input: editor, left: 0, top: 0 },
			{ input: phone, left: EDITOR_WIDTH, top: 0 },
		])
		.png()
		.toBuffer();
}

/** The moving picture: a person executes a workflow, the phone receives its messages, and the customer taps an answer. */
export async function takeMovingPicture(stage: Stage): Promise<void> {
	const { editor, sandbox, client } = stage;
	const all = nodes(stage);
	const workflow = await client.createWorkflow({
		name: 'Order Confirmation',
		nodes: all,
		connections: Object.fromEntries(
			all.slice(1).map(({ name }, index) => [all[index].name, { main: [[{ node: name, type: 'main', index: 0 }]] }]),
		),
		pinData: { [START]: [{ json: { name: 'سارة', phone: CUSTOMER, order: 3001, total: 240 } }] },
	});
	sandbox.reset();
	sandbox.receive({ from: CUSTOMER, name: 'سارة', text: 'أريد طلب كيكة شوكولاتة' });

	const phone = await editor.otherPage(sandbox.url, { width: PHONE_WIDTH, height: HEIGHT });
	await phone.locator('.chat-entry').first().click();
	await phone.locator('#messages .message').first().waitFor();
	const { page } = editor;
	await page.setViewportSize({ width: EDITOR_WIDTH, height: HEIGHT });
	await editor.openWorkflow(workflow.id);
	await editor.fitToView();
	const [mouse, finger] = [await Pointer.in(page), await Pointer.in(phone)];

	const recordings = [await Recording.start(page), await Recording.start(phone)];
	await page.waitForTimeout(1000);
	await mouse.click(editor.element('execute-workflow-button').first());
	await phone.locator('button.choice').first().waitFor();
	// The first node shows a pin in its place.
	await editor
		.element('canvas-node-status-success')
		.nth(all.length - 2)
		.waitFor();
	await phone.waitForTimeout(1500);
	await finger.click(phone.locator('button.choice').first());
	await phone.locator('.own .text', { hasText: 'غدًا صباحًا' }).waitFor();
	// the answer slides in
	await phone.waitForTimeout(500);
	for (const recording of recordings) await recording.stop();
	await phone.close();

	const moments = timeline(
		recordings.map(({ frames }) => frames),
		OPTIONS,
	);
	const pictures: Buffer[] = [];
	for (const moment of moments) pictures.push(await sideBySide(moment));
	const path = join(IMAGES, 'moving.gif');
	const { size } = await sharp(pictures, { join: { animated: true } })
		.gif({ delay: moments.map(({ durationMs }) => durationMs), loop: 0, effort: 8, interFrameMaxError: 3 })
		.toFile(path);
	const seconds = moments.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000;
	console.log(`  ${path} (${seconds.toFixed(1)} s, ${moments.length} pictures, ${Math.round(size / 1000)} kB)`);
}
