import type { INodeProperties } from 'n8n-workflow';
import type { ParameterReader } from '../input/ParameterReader';

export const latitude: INodeProperties = {
	displayName: 'Latitude',
	name: 'latitude',
	type: 'number',
	typeOptions: { numberPrecision: 8, minValue: -90 },
	default: 0,
	required: true,
	placeholder: 'e.g. 24.7136',
	description: 'Degrees north of the equator; south is negative',
};

export const longitude: INodeProperties = {
	displayName: 'Longitude',
	name: 'longitude',
	type: 'number',
	typeOptions: { numberPrecision: 8, minValue: -180 },
	default: 0,
	required: true,
	placeholder: 'e.g. 46.6753',
	description: 'Degrees east of Greenwich; west is negative',
};

/** Degrees from pole to pole. */
export const LATITUDES = { min: -90, max: 90 };

/** Degrees around the globe. */
export const LONGITUDES = { min: -180, max: 180 };

/** @throws InputError */
export const readLatitude = (read: ParameterReader): number => read.number(latitude, LATITUDES);

/** @throws InputError */
export const readLongitude = (read: ParameterReader): number => read.number(longitude, LONGITUDES);
