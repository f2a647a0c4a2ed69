import { Credentials, type PackageDirectoryLoader } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	ICredentials,
	IHttpRequestOptions,
	INodeCredentialsDetails,
	INodeProperties,
	IRequestOptionsSimplified,
} from 'n8n-workflow';
import { ICredentialsHelper } from 'n8n-workflow';

/** Replaces n8n's own credentials helper, which is not in n8n-core. */
export class CredentialsStandIn extends ICredentialsHelper {
	/** The credential for every ID without its own. */
	current: ICredentialDataDecryptedObject = {};
	/** Credentials by their ID, for runs that overlap. */
	readonly byId = new Map<string, ICredentialDataDecryptedObject>();
	/** How often the node or n8n has read the secrets. */
	timesDecrypted = 0;

	constructor(private readonly loader: PackageDirectoryLoader) {
		super();
	}

	getParentTypes(): string[] {
		return [];
	}

	/** Newer versions of n8n-core ask this. */
	isCredentialUsableByNode(): boolean {
		return true;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return this.loader.credentialTypes[type].type.properties;
	}

	async getDecrypted(
		_additionalData: unknown,
		details: INodeCredentialsDetails,
	): Promise<ICredentialDataDecryptedObject> {
		this.timesDecrypted++;
		return { ...(this.byId.get(details?.id ?? '') ?? this.current) };
	}

	async getCredentials(details: INodeCredentialsDetails, type: string): Promise<ICredentials> {
		return new Credentials({ id: details.id, name: details.name }, type);
	}

	async updateCredentials(): Promise<void> {
		return Promise.resolve();
	}

	async updateCredentialsOauthTokenData(): Promise<void> {
		return Promise.resolve();
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		options: IHttpRequestOptions | IRequestOptionsSimplified,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.loader.credentialTypes[typeName].type;
		if (typeof authenticate !== 'function')
			throw new Error('The credential signs by expression, which this stand-in does not do');
		return await authenticate(credentials, options as IHttpRequestOptions);
	}
}
