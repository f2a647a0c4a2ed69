import type { Contract } from '../../../nodes/WhatsLoop/contracts/contract';

/** Name of an API in file names and identifiers: `whatsloop-v1`. */
export const slugOf = ({ name }: Contract): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
