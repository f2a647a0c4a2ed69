import type { INodeProperties } from 'n8n-workflow';
import type { ParameterReader } from '../input/ParameterReader';

/** The editor stores nothing for a field at its default, so the default of version 1 is part of its stored workflows. */
const NO_NUMBER: unknown = '';

/**
 * A field for degrees. New nodes have none filled in, because 0, 0 is a place in the Atlantic; version 1 had 0 in both.
 *
 * @returns the same field twice, one for each version of the node
 */
export function coordinateFields(field: Omit<INodeProperties, 'type' | 'default'>): INodeProperties[] {
	const show = field.displayOptions?.show;
	return [
		{ ...field, type: 'number', default: 0, displayOptions: { show: { ...show, '@version': [1] } } },
		{
			...field,
			type: 'number',
			default: NO_NUMBER as number,
			displayOptions: { show: { ...show, '@version': [{ _cnd: { gte: 1.1 } }] } },
		},
	];
}

const latitude = {
	displayName: 'Latitude',
	name: 'latitude',
	typeOptions: { numberPrecision: 8, minValue: -90 },
	required: true,
	placeholder: 'e.g. 24.7136',
	description: 'Degrees north of the equator; south is negative',
};

const longitude = {
	displayName: 'Longitude',
	name: 'longitude',
	typeOptions: { numberPrecision: 8, minValue: -180 },
	required: true,
	placeholder: 'e.g. 46.6753',
	description: 'Degrees east of Greenwich; west is negative',
};

/** Where a place is, in the order of the panel. */
export const placeFields: INodeProperties[] = [...coordinateFields(latitude), ...coordinateFields(longitude)];

/** Degrees from pole to pole. */
export const LATITUDES = { min: -90, max: 90 };

/** Degrees around the globe. */
export const LONGITUDES = { min: -180, max: 180 };

/** @throws InputError */
export const readLatitude = (read: ParameterReader): number => read.number(latitude, LATITUDES);

/** @throws InputError */
export const readLongitude = (read: ParameterReader): number => read.number(longitude, LONGITUDES);
