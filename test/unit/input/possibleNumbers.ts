import fc from 'fast-check';
import { Metadata, type MetadataJson } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.max.json';

interface Plan {
	type: (type: string) => { possibleLengths: () => number[] | undefined } | undefined;
	possibleLengths: () => number[];
}

const data = metadata as unknown as MetadataJson & { country_calling_codes: Record<string, string[]> };

function mobileLengths(region: string): number[] {
	const reader = new Metadata(data) as unknown as {
		selectNumberingPlan: (region: string) => void;
		numberingPlan: Plan;
	};
	reader.selectNumberingPlan(region);
	const mobile = reader.numberingPlan.type('MOBILE');
	return mobile ? (mobile.possibleLengths() ?? reader.numberingPlan.possibleLengths()) : [];
}

/** Country code and length of every kind of mobile number, from the library itself and not from our table. */
export const MOBILES: Array<{ code: string; length: number }> = Object.entries(data.country_calling_codes).flatMap(
	([code, regions]) =>
		[...new Set(regions.filter((region) => /^[A-Z]{2}$/.test(region)).flatMap(mobileLengths))].map((length) => ({
			code,
			length,
		})),
);

/** Without a 0 in front: only few countries have numbers that start with one. */
export const nationalNumber = (length: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${length - 1}}$`));

/** A number with its country code that is as long as a mobile of that country. */
export const possibleNumber = fc
	.constantFrom(...MOBILES.filter(({ code, length }) => code.length + length >= 7))
	.chain(({ code, length }) => nationalNumber(length).map((national) => code + national));
