const HEADING = /^## \[(?<version>[^\]]+)\](?: - (?<date>\d{4}-\d{2}-\d{2}))?$/;

export interface ChangelogSection {
	/** As in 0.1.0, or Unreleased. */
	version: string;
	/** Of the release, as in 2026-11-25. */
	date?: string;
	/** Without the heading. */
	text: string;
}

/** The sections of a changelog in the form of keepachangelog.com, newest first. */
export function readChangelog(changelog: string): ChangelogSection[] {
	const sections: ChangelogSection[] = [];
	for (const line of changelog.split('\n')) {
		const heading = HEADING.exec(line)?.groups;
		const current = sections.at(-1);
		if (heading) sections.push({ version: heading.version, date: heading.date, text: '' });
		else if (current) current.text += `${line}\n`;
	}
	return sections;
}
