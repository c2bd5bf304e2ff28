import { RemovalPolicy } from 'aws-cdk-lib';
import { Billing, TableClass, TableEncryptionV2 } from 'aws-cdk-lib/aws-dynamodb';

/** Settings of the table. */
export interface CrudTableOptions {
  /**
   * Name of the table.
   * @default - CloudFormation chooses one
   */
  readonly tableName?: string;
  /**
   * How capacity is paid.
   * @default Billing.onDemand()
   */
  readonly billing?: Billing;
  /**
   * What becomes of the table when it leaves the stack.
   * @default - the API's `removalPolicy`
   */
  readonly removalPolicy?: RemovalPolicy;
  /**
   * Refuses to delete the table.
   * @default - true unless the removal policy is DESTROY
   */
  readonly deletionProtection?: boolean;
  /**
   * Continuous backups of the last 35 days.
   * @default - true unless the removal policy is DESTROY
   */
  readonly pointInTimeRecovery?: boolean;
  /**
   * Who owns the key that the table is encrypted with.
   * @default - AWS owns it
   */
  readonly encryption?: TableEncryptionV2;
  /**
   * Storage class.
   * @default TableClass.STANDARD
   */
  readonly tableClass?: TableClass;
  /**
   * Shows the most read and written keys in CloudWatch.
   * @default false
   */
  readonly contributorInsights?: boolean;
}

/** The table that holds the items. */
export class CrudTable {
  /** A table of the API's own. */
  public static create(options: CrudTableOptions = {}): CrudTable {
    return new CrudTable(options);
  }

  private constructor(
    /** @internal */
    public readonly _options: CrudTableOptions,
  ) {}
}
