import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheKey } from '../cache/folder';
import { installOnce } from '../cache/installOnce';
import type { OnProgress } from '../cache/progress';
import { npmEnvironment } from '../process/environment';

export interface ScanResult {
	passed: boolean;
	message?: string;
	/** ESLint's findings as text. */
	details?: string;
}

/** What of n8n's scanner is used; its command takes only published packages. */
export interface Scanner {
	/** The files of a source folder that n8n lints. */
	SOURCE_FILE_PATTERNS: string[];
	analyzePackage: (absoluteFolder: string, filePatterns: string[]) => Promise<ScanResult>;
}

/** The files of an unpacked package that n8n lints. */
export const PACKAGE_FILE_PATTERNS = ['**/*.js', 'package.json'];

const MANIFEST_FILES = ['package.json', 'package-lock.json'] as const;

/**
 * Installs n8n's scanner into the user's cache, once, and loads it. It stays out of the project's own dependencies
 * because it brings another TypeScript and packages that do not install on every supported Node.
 */
export async function loadScanner(onProgress: OnProgress): Promise<Scanner> {
	const manifests = await Promise.all(MANIFEST_FILES.map((file) => readFile(join(__dirname, file), 'utf8')));
	const directory = await installOnce(
		`scan-${cacheKey(...manifests)}`,
		onProgress,
		async ({ directory: target, run }) => {
			for (const file of MANIFEST_FILES) await copyFile(join(__dirname, file), join(target, file));
			const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
			await run("n8n's package scanner", 'npm', args, npmEnvironment(process.execPath));
		},
	);
	const scanner = join(directory, 'node_modules', '@n8n', 'scan-community-package', 'scanner', 'scanner.mjs');
	return (await import(pathToFileURL(scanner).href)) as Scanner;
}
