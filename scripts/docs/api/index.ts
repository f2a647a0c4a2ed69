import { apiIndex } from './apiIndex';
import { apiMaterial } from './material';
import { openApiDocument } from './openApi/document';
import { postmanCollection } from './postman';
import { slugOf } from './slug';

const FOLDER = 'docs/api';

const json = (document: unknown) => `${JSON.stringify(document, null, '\t')}\n`;

/** Every file of `docs/api/`, by its path in the project. Two runs give the same. */
export async function apiFiles(): Promise<Record<string, string>> {
	const material = await apiMaterial();
	const documents = material.flatMap((api): Array<[string, string]> => [
		[`${FOLDER}/${slugOf(api.contract)}.openapi.json`, json(openApiDocument(api))],
		[`${FOLDER}/${slugOf(api.contract)}.postman_collection.json`, json(postmanCollection(api))],
	]);
	return Object.fromEntries([...documents, [`${FOLDER}/README.md`, apiIndex(material)]]);
}
