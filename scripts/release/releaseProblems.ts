import type { ProvenRuns } from '../compatibility/runs';
import { readChangelog } from './changelog';

export interface Release {
	/** As pushed, such as v0.2.0. */
	tag: string;
	/** In package.json. */
	packageVersion: string;
	/** The text of CHANGELOG.md. */
	changelog: string;
	runs: ProvenRuns;
	/** The n8n versions that are claimed to work. */
	n8nVersions: readonly string[];
}

/** Says what speaks against publishing under a tag; an empty list means nothing. */
export function releaseProblems({ tag, packageVersion, changelog, runs, n8nVersions }: Release): string[] {
	const problems: string[] = [];
	if (tag !== `v${packageVersion}`)
		problems.push(`The tag ${tag} is not the version in package.json, ${packageVersion}`);
	const section = readChangelog(changelog).find(({ version }) => version === packageVersion);
	if (!section?.date) problems.push(`CHANGELOG.md has no dated section for ${packageVersion}`);
	else if (section.text.trim() === '') problems.push(`CHANGELOG.md says nothing about ${packageVersion}`);
	for (const version of n8nVersions) {
		const { e2e } = runs[version] ?? {};
		if (e2e?.packageVersion === packageVersion) continue;
		const last = e2e ? `its last run was with ${e2e.packageVersion}` : 'it was never run';
		problems.push(`n8n ${version} is not proven with ${packageVersion}: ${last} (npm test -- e2e --n8n all --record)`);
	}
	return problems;
}
