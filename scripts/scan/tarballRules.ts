/** n8n installs the package as it is: whatever is in it beyond this is dead weight on every instance. */
const ALLOWED = [
	/^dist\/.+\.js$/,
	/^dist\/.+\.svg$/,
	/^dist\/.+\.node\.json$/,
	/^index\.js$/,
	/^package\.json$/,
	/^README\.md$/,
	/^LICENSE\.md$/,
];

const REQUIRED = ['index.js', 'package.json', 'README.md', 'LICENSE.md'];

/** The package has about 115 kB; a much larger one has usually taken in something by mistake. */
export const MAX_TARBALL_BYTES = 130_000;

/** Says what is wrong with a packed package; an empty list means nothing. */
export function tarballProblems(files: readonly string[], sizeBytes: number): string[] {
	const unexpected = files.filter((file) => !ALLOWED.some((pattern) => pattern.test(file)));
	const missing = REQUIRED.filter((file) => !files.includes(file));
	return [
		...unexpected.map((file) => `${file} does not belong into the package`),
		...missing.map((file) => `${file} is missing from the package`),
		...(sizeBytes > MAX_TARBALL_BYTES ? [`the package is ${sizeBytes} bytes, more than ${MAX_TARBALL_BYTES}`] : []),
	];
}
