import { chromium, type Browser } from 'playwright-core';
import { CHROMIUM, ensureProgram } from '../../../scripts/system/program';

/** Chromium makes no requests of its own to the internet. It runs without its sandbox, which root can't use. */
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
