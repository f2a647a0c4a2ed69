import type { Resource } from '../operation';
import { block } from './block';
import { check } from './check';
import { getAll } from './getAll';
import { getBusinessProfile } from './getBusinessProfile';
import { getPicture } from './getPicture';
import { rename } from './rename';
import { unblock } from './unblock';

export const contact: Resource = {
	value: 'contact',
	name: 'Contact',
	defaultOperation: getAll.value,
	operations: [block, check, getBusinessProfile, getAll, getPicture, rename, unblock],
};
