/** The statuses of a message after it was sent. */
export const ACK_STATUSES = ['sent', 'delivered', 'read', 'played', 'failed', 'deleted'] as const;

export type AckStatus = (typeof ACK_STATUSES)[number];
