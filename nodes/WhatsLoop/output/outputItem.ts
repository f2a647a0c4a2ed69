import type { IBinaryKeyData, IDataObject } from 'n8n-workflow';

/** One output item, before it is paired with its input item. */
export interface OutputItem {
	json: IDataObject;
	binary?: IBinaryKeyData;
}
