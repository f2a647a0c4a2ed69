import type { IExecuteFunctions } from 'n8n-workflow';
import { ParameterReader } from '../../../nodes/WhatsLoop/input/ParameterReader';

/** A reader of the parameters that n8n would give for one item. */
export function readerOf(parameters: Record<string, unknown>): ParameterReader {
	const context = {
		getNodeParameter: (name: string, _itemIndex: number, fallback: unknown) =>
			name in parameters ? parameters[name] : fallback,
	};
	return new ParameterReader(context as unknown as IExecuteFunctions, 0);
}
