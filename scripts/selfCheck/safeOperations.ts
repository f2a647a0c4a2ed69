/**
 * What the self-check runs, in this order: reads, messages to the own number, and changes that the next line takes back.
 * Values that stand in brackets are filled in while it runs; `{number}` is the person's own.
 */
export interface SafeOperation {
	operation: string;
	/** Values that replace those of the documents' examples. */
	values?: Record<string, unknown>;
}

const ownChat = (operation: string): SafeOperation => ({ operation });

export const SAFE_OPERATIONS: readonly SafeOperation[] = [
	{ operation: 'instance.getStatus' },
	{ operation: 'instance.getSession' },
	{ operation: 'message.sendText' },
	{ operation: 'message.sendMedia' },
	{ operation: 'message.sendButtons' },
	{ operation: 'message.sendList' },
	{ operation: 'message.sendLocation' },
	{ operation: 'message.sendContact' },
	{ operation: 'message.sendMention' },
	{ operation: 'message.sendCatalog' },
	{ operation: 'message.getAll' },
	{ operation: 'message.get' },
	{ operation: 'message.sendReaction' },
	// an empty one takes the reaction back
	{ operation: 'message.sendReaction', values: { emoji: '' } },
	{ operation: 'chat.getAll' },
	{ operation: 'chat.getMessages' },
	...['markUnread', 'markRead', 'archive', 'unarchive', 'pin', 'unpin', 'mute', 'unmute', 'sendPresence'].map((name) =>
		ownChat(`chat.${name}`),
	),
	{ operation: 'instance.setPresence', values: { presence: 'composing' } },
	{ operation: 'instance.setPresence', values: { presence: 'paused' } },
	{ operation: 'contact.getAll' },
	{ operation: 'contact.check' },
	{ operation: 'contact.getBusinessProfile' },
	{ operation: 'contact.getPicture' },
	{ operation: 'group.getAll' },
	{ operation: 'group.get' },
	{ operation: 'group.getMessages' },
	{ operation: 'group.getPicture' },
	{ operation: 'group.getInviteCode' },
	{ operation: 'group.getInviteInfo' },
	{ operation: 'group.sendInvite' },
	{ operation: 'product.getAll' },
	{ operation: 'product.get' },
	// the last one takes back the first message
	{ operation: 'message.delete' },
];

const REACHES_OTHERS = 'It reaches other people.';
const CANT_BE_PUT_BACK = 'What was set before can not be read, so it can not be put back.';

/** What the self-check leaves out, with the reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
	'message.sendAndWait': 'It sends the same requests as Send Text and Send Buttons.',
	'contact.block': 'Nobody can block himself, and another person would be cut off.',
	'contact.unblock': 'It needs a person who is blocked.',
	'contact.rename': CANT_BE_PUT_BACK,
	'group.addParticipants': REACHES_OTHERS,
	'group.create': REACHES_OTHERS,
	'group.demote': REACHES_OTHERS,
	'group.join': REACHES_OTHERS,
	'group.promote': REACHES_OTHERS,
	'group.removeParticipants': REACHES_OTHERS,
	'group.revokeInviteCode': 'Invitations that others hold would stop working.',
	'group.update': REACHES_OTHERS,
	'instance.getQrCode': 'A new QR code may end the connection. Its other request is the one of Get Session.',
	'instance.setStatusText': CANT_BE_PUT_BACK,
	'instance.updateSettings': CANT_BE_PUT_BACK,
	'product.create': 'The product would stay in the catalog.',
	'product.getOrder': 'It needs the order of a customer.',
};
