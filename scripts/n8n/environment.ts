import { pathWithNode } from '../process/environment';
import { N8N_SPECS, type N8nSpec, type N8nVersion } from './versions';

export interface N8nEnvironmentOptions {
	version: N8nVersion;
	nodePath: string;
	userFolder: string;
	/** The name in n8n's address; it listens on 127.0.0.1 under either. */
	host?: '127.0.0.1' | 'localhost';
	port: number;
	/** Where n8n's task runners connect; two processes on one machine need different ones. */
	brokerPort: number;
}

/** Of the caller's environment only what any program needs: no N8N_* or DB_* of the user's own n8n may get in. */
const INHERITED = ['HOME', 'USER', 'LANG', 'TMPDIR', 'NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'] as const;

const inherited = () =>
	Object.fromEntries(INHERITED.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));

/** Every part of n8n that calls hosts on the internet by itself: telemetry, news, templates, licence, node lists. */
const TALKS_TO_NOBODY = {
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_DIAGNOSTICS_CONFIG_FRONTEND: '',
	N8N_DIAGNOSTICS_CONFIG_BACKEND: '',
	N8N_SENTRY_DSN: '',
	N8N_FRONTEND_SENTRY_DSN: '',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
	N8N_DYNAMIC_BANNERS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_AI_ENABLED: 'false',
	N8N_AI_ASSISTANT_BASE_URL: '',
	N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
	EXTERNAL_FRONTEND_HOOKS_URLS: '',
	N8N_VERIFIED_PACKAGES_ENABLED: 'false',
};

/** The complete environment of an n8n that listens on, and talks to, 127.0.0.1 only. */
export function n8nEnvironment(options: N8nEnvironmentOptions): NodeJS.ProcessEnv {
	const { version, nodePath, userFolder, host = '127.0.0.1', port, brokerPort } = options;
	const spec: N8nSpec = N8N_SPECS[version];
	const url = `http://${host}:${port}`;
	return {
		...inherited(),
		...pathWithNode(nodePath),
		...TALKS_TO_NOBODY,
		NODE_ENV: 'production',
		GENERIC_TIMEZONE: 'UTC',
		N8N_USER_FOLDER: userFolder,
		N8N_PORT: String(port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: host,
		N8N_PROTOCOL: 'http',
		N8N_EDITOR_BASE_URL: url,
		// The name since 2.30, and the older one.
		N8N_WEBHOOK_URL: `${url}/`,
		WEBHOOK_URL: `${url}/`,
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		// Fixed, so that data kept from one start to the next stays readable. It guards made-up tokens only.
		N8N_ENCRYPTION_KEY: 'a-key-for-local-use-only',
		N8N_USER_MANAGEMENT_JWT_SECRET: 'a-secret-for-local-use-only',
		N8N_SECURE_COOKIE: 'false',
		N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS: 'false',
		DB_TYPE: 'sqlite',
		DB_SQLITE_POOL_SIZE: '2',
		N8N_COMMUNITY_PACKAGES_ENABLED: 'true',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		N8N_LOG_LEVEL: 'info',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '10',
		N8N_DISABLED_MODULES: spec.disabledModules.join(','),
		...spec.environment,
	};
}
