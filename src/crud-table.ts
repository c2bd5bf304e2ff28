import { RemovalPolicy, Token } from 'aws-cdk-lib';
import { Billing, ITable, TableClass, TableEncryptionV2 } from 'aws-cdk-lib/aws-dynamodb';
import { TABLE } from './private/options/api-shapes';
import { object, required, TEXT } from './private/options/kind';
import { readOptions, Shape } from './private/options/read-options';
import { shown } from './private/options/shown';

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

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html (names) */
const TABLE_NAME = /^[A-Za-z0-9_.-]{3,255}$/;

/** The key of a table that exists already. */
export interface ExistingTableKeys {
  /** Name of the partition key, a string. */
  readonly partitionKey: string;
}

const TABLE_OBJECT = object("a table such as Table.fromTableName(this, 'Orders', 'orders')", 'tableArn', 'tableName');
const KEYS: Shape<ExistingTableKeys> = { partitionKey: required(TEXT) };

/** The table that holds the items. */
export class CrudTable {
  /** A table of the API's own. */
  public static create(options?: CrudTableOptions): CrudTable {
    const { options: read, mistakes } = readOptions(options, TABLE);
    const { tableName } = read;
    if (tableName !== undefined && !Token.isUnresolved(tableName) && !TABLE_NAME.test(tableName)) {
      mistakes.push(`tableName must be 3 to 255 letters, digits, '_', '.' and '-', got ${shown(tableName)}`);
    }
    return new CrudTable(read, mistakes);
  }

  /**
   * A table that exists already, with `ItemScope.item()`: its partition key is the item's id and it has no sort key.
   * Its indexes are declared in the schema as they are; other attributes of its rows stay as they are.
   */
  public static fromTable(table: ITable, keys: ExistingTableKeys): CrudTable {
    const { options: { partitionKey }, mistakes } = readOptions(keys, KEYS);
    if (!TABLE_OBJECT.takes(table)) mistakes.push(`fromTable must be given ${TABLE_OBJECT.wanted}, got ${shown(table)}`);
    return new CrudTable({}, mistakes, { table, partitionKey: partitionKey ?? 'id' });
  }

  private constructor(
    /** @internal */
    public readonly _options: CrudTableOptions,
    /** @internal */
    public readonly _mistakes: string[],
    /** @internal */
    public readonly _existing?: { readonly table: ITable; readonly partitionKey: string },
  ) {}
}
