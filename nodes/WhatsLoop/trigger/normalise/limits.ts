/** A delivery with more records than this is refused as a whole (HTTP 413): each record becomes an item. */
export const MAX_RECORDS = 1000;

/** Records beyond the first one too many are not looked at, because the delivery is refused anyway. */
export const MAX_RECORDS_READ = MAX_RECORDS + 1;

/** Wrapped contents and edits of edits: deeper than any client nests them. */
export const MAX_NESTED_CONTENTS = 8;

/** More vCards than WhatsApp lets anybody send in one message. */
export const MAX_CONTACTS = 257;

/** No known name of an event, type or status is longer. */
export const MAX_NAME_CHARACTERS = 64;
