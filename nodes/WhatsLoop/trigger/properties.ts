import type { INodeProperties } from 'n8n-workflow';
import { events } from './fields/events';
import { options } from './fields/options';
import { urlToken, verification } from './fields/verification';

/** The only instruction in the panel. n8n shows the URLs right above it. */
const howTo: INodeProperties = {
	displayName:
		'Copy the <b>Production URL</b> from <i>Webhook URLs</i> above, paste it into the WhatsLoop dashboard as the webhook of your channel, and <i>Publish</i> the workflow (in older n8n: activate it). ' +
		'To try the node out, paste the <b>Test URL</b> there instead and click <i>Execute step</i> (in older n8n: <i>Listen for test event</i>). ' +
		'WhatsLoop must reach the URL over https: localhost and private addresses do not work.',
	name: 'howTo',
	type: 'notice',
	default: '',
};

/** In the order of the panel. */
export const triggerProperties: INodeProperties[] = [howTo, events, verification, urlToken, options];
