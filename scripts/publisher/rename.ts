export interface Publisher {
	/** On GitHub, as in owner/name. */
	repository: string;
	homepage: string;
	author: { name: string; email: string };
}

interface Manifest {
	homepage: string;
	author: { name: string; email: string };
	repository: { url: string };
}

/** The names in package.json, which every other place repeats. @throws Error where the repository is not on GitHub */
export function readPublisher(packageJson: string): Publisher {
	const { homepage, author, repository } = JSON.parse(packageJson) as Manifest;
	const found = /^git\+https:\/\/github\.com\/(.+)\.git$/.exec(repository.url);
	if (!found) throw new Error(`The repository in package.json is not one of GitHub: ${repository.url}`);
	return { repository: found[1], homepage, author };
}

/** Replaces one publisher's names by another's in the text of a file. */
export function renamePublisher(text: string, now: Publisher, next: Publisher): string {
	return text
		.replaceAll(`"homepage": "${now.homepage}"`, `"homepage": "${next.homepage}"`)
		.replaceAll(`github.com/${now.repository}`, `github.com/${next.repository}`)
		.replaceAll(now.author.email, next.author.email)
		.replaceAll(`"name": "${now.author.name}"`, `"name": "${next.author.name}"`);
}
