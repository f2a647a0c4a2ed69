const RELEASE = /^(\d+)\.(\d+)\.(\d+)$/;

/** Releases among published versions, newest first; previews such as 2.42.0-beta.1 are left out. */
export function newestFirst(versions: readonly string[]): string[] {
	const numbers = (version: string) => version.split('.').map(Number);
	return versions
		.filter((version) => RELEASE.test(version))
		.sort((left, right) => {
			const [a, b] = [numbers(left), numbers(right)];
			return b[0] - a[0] || b[1] - a[1] || b[2] - a[2];
		});
}
