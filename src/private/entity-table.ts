import { RemovalPolicy } from 'aws-cdk-lib';
import { Attribute, AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { CrudTableOptions } from '../crud-table';
import { HIDDEN, indexKeys, Model, storedFormOf } from '../model';

const SCOPE: Attribute = { name: HIDDEN.scope, type: AttributeType.STRING };
const ID: Attribute = { name: 'id', type: AttributeType.STRING };

/** The table of an entity. Its id is contract: another one would replace the table. */
export function createTable(scope: Construct, model: Model, options: CrudTableOptions): TableV2 {
  const kept = options.removalPolicy !== RemovalPolicy.DESTROY;
  return new TableV2(scope, 'Table', {
    tableName: options.tableName,
    partitionKey: SCOPE,
    sortKey: ID,
    globalSecondaryIndexes: model.indexes.map((index) => {
      const { partition, sort } = indexKeys(model, index);
      return { indexName: index.name, partitionKeys: partition.map(keyAttribute(model)), sortKeys: sort.map(keyAttribute(model)) };
    }),
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

function keyAttribute({ schema }: Model): (name: string) => Attribute {
  const isNumber = (name: string) => name === 'version' || (name in schema.properties && storedFormOf(schema.properties[name]) === 'N');
  return (name) => ({ name, type: isNumber(name) ? AttributeType.NUMBER : AttributeType.STRING });
}
