import { chromium, type Browser } from 'playwright-core';
import { CHROMIUM, ensureProgram } from '../../../scripts/system/program';

/** Nothing that would call hosts on the internet by itself; no sandbox, which root on a build machine can't have. */
const ARGUMENTS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

/** Starts a Chromium without a window, installing it where that is allowed. */
export async function openBrowser(): Promise<Browser> {
	return await chromium.launch({ executablePath: await ensureProgram(CHROMIUM), args: ARGUMENTS });
}
