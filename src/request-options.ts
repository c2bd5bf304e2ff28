import { Size } from 'aws-cdk-lib';

/** What becomes of a field that the schema does not know. */
export enum UnknownFields {
  /** The request is refused with 400. */
  REJECT = 'reject',
  /** The field is dropped. */
  STRIP = 'strip',
}

/** What requests are held to. */
export interface RequestOptions {
  /**
   * The longest body; more is answered 413. At most 6 MiB, the limit of a Lambda invocation.
   * @default Size.kibibytes(256)
   */
  readonly maxBodySize?: Size;
  /**
   * Takes JSON under any content type, and without one: for clients such as `curl -d`.
   * @default false
   */
  readonly lenientContentType?: boolean;
  /**
   * What becomes of a field that the schema does not know.
   * @default UnknownFields.REJECT
   */
  readonly unknownFields?: UnknownFields;
  /**
   * A write of an existing item needs `If-Match`, else 428.
   * @default false
   */
  readonly requireIfMatch?: boolean;
  /**
   * Honours `Idempotency-Key`: a repeat of a create within 24 hours answers the first one's item, which costs a record and a transaction; a repeat of
   * PUT and PATCH, at no cost, while the item remembers it: for three more writes.
   * @default false
   */
  readonly idempotencyKey?: boolean;
  /**
   * A list may read the whole table where no index serves it; for `ItemScope.item()` alone. The cost is that of the table.
   * @default false
   */
  readonly allowScan?: boolean;
}

/** The body of a list. */
export enum ListBody {
  /** `{ "items": [...], "nextCursor": "..." }` */
  PAGE = 'page',
  /** `{ "items": [...], "count": 25, "nextCursor": "..." }` */
  PAGE_WITH_COUNT = 'pageWithCount',
  /** `[...]`; the next page is in `Link` alone. */
  BARE_ARRAY = 'bareArray',
}

/** How answers look. */
export interface ResponseOptions {
  /**
   * The body of a list.
   * @default ListBody.PAGE
   */
  readonly list?: ListBody;
  /**
   * GET and HEAD see every write that was answered before them, for 1 read unit a 4 KB; otherwise for half of it, and perhaps stale.
   * @default true
   */
  readonly consistentGet?: boolean;
  /**
   * Prefix of `Location` and `Link`, such as `https://api.example.com`.
   * @default - both are absolute paths
   */
  readonly publicUrl?: string;
}
