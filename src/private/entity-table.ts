import { RemovalPolicy } from 'aws-cdk-lib';
import { Attribute, AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { CrudTableOptions } from '../crud-table';
import { HIDDEN } from '../model';

const SCOPE: Attribute = { name: HIDDEN.scope, type: AttributeType.STRING };
const ID: Attribute = { name: 'id', type: AttributeType.STRING };

/** The table of an entity. Its id is contract: another one would replace the table. */
export function createTable(scope: Construct, options: CrudTableOptions): TableV2 {
  const kept = options.removalPolicy !== RemovalPolicy.DESTROY;
  return new TableV2(scope, 'Table', {
    tableName: options.tableName,
    partitionKey: SCOPE,
    sortKey: ID,
    billing: options.billing,
    encryption: options.encryption,
    tableClass: options.tableClass,
    contributorInsightsSpecification: options.contributorInsights ? { enabled: true } : undefined,
    timeToLiveAttribute: HIDDEN.timeToLive,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: options.pointInTimeRecovery ?? kept },
    deletionProtection: options.deletionProtection ?? kept,
    removalPolicy: options.removalPolicy,
  });
}
