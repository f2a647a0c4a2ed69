/** A WhatsLoop account: one token, one contract, one WhatsApp number. */
export interface Account {
	/** Short name by which records refer to the account; never the token. */
	id: string;
	/** Name of the contract that its token belongs to. */
	contract: string;
	token: string;
	/** The account's own WhatsApp number, digits with country code. */
	phone: string;
}
