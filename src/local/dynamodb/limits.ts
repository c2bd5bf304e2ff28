/**
 * Limits of the service, which hold here too.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html
 */
const KB = 1024;
const MB = 1024 * KB;

export const ITEM_BYTES = 400 * KB;
export const PARTITION_KEY_BYTES = 2048;
export const SORT_KEY_BYTES = 1024;
/** Of lists and maps in each other, the attribute itself included. */
export const NESTING_LEVELS = 32;

export const EXPRESSION_BYTES = 4 * KB;

/** What a Query or Scan reads at most in one page. */
export const PAGE_BYTES = MB;

export const BATCH_GET_BYTES = 16 * MB;
export const BATCH_WRITE_REQUESTS = 25;

export const TRANSACTION_ACTIONS = 100;
export const TRANSACTION_BYTES = 4 * MB;

/** Of each side of a global secondary index's key. */
export const INDEX_KEY_ATTRIBUTES = 4;
export const GLOBAL_SECONDARY_INDEXES = 20;
export const LOCAL_SECONDARY_INDEXES = 5;

/** A request's body. */
export const REQUEST_BYTES = 16 * MB;
