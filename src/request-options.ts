import { Size } from 'aws-cdk-lib';

/** What requests are held to. */
export interface RequestOptions {
  /**
   * The longest body; more is answered 413. At most 6 MiB, the limit of a Lambda invocation.
   * @default Size.kibibytes(256)
   */
  readonly maxBodySize?: Size;
  /**
   * A write of an existing item needs `If-Match`, else 428.
   * @default false
   */
  readonly requireIfMatch?: boolean;
}

/** How answers look. */
export interface ResponseOptions {
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
