import { bugs } from '../../package.json';

/** Where issues of the project are: the one place that names the repository is package.json. */
const ISSUES = bugs.url;

const REPOSITORY = ISSUES.replace(/\/issues$/, '');

/** The form for reports of the self-check. */
export const NEW_REPORT_URL = `${ISSUES}/new?template=self-check.yml`;

/** Address of a file of the project that opens without a page around it. */
export const rawFileUrl = (path: string): string =>
	`${REPOSITORY.replace('https://github.com/', 'https://raw.githubusercontent.com/')}/main/${path}`;
