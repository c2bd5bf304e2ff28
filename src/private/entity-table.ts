import { RemovalPolicy } from 'aws-cdk-lib';
import { Attribute, AttributeType, ITable, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import type { CrudTable, CrudTableOptions } from '../crud-table';
import { HIDDEN, indexKeys, Model, storedFormOf } from '../model';
import { EntityTables } from './entity-role';

const SCOPE: Attribute = { name: HIDDEN.scope, type: AttributeType.STRING };
const ID: Attribute = { name: 'id', type: AttributeType.STRING };

/** The tables of an entity: its own or one that exists, and a second one for what is no item where it cannot lie beside the items. */
export function createTables(scope: Construct, model: Model, table: CrudTable, removalPolicy: RemovalPolicy): EntityTables {
  const { _options: given, _existing: existing } = table;
  const options = { removalPolicy, ...given };
  return {
    items: existing?.table ?? createItemTable(scope, model, options),
    indexNames: model.indexes.map(({ name }) => name),
    records: needsRecordTable(model) ? createTable(scope, 'Records', { ...options, tableName: undefined }, [SCOPE, ID]) : undefined,
  };
}

/** Its id is contract: another one would replace the table. */
function createItemTable(scope: Construct, model: Model, options: CrudTableOptions): ITable {
  const key = model.scope.kind === 'item' ? [{ ...ID, name: model.scope.partitionKey }] : [SCOPE, ID];
  return createTable(scope, 'Table', options, key, model);
}

/** Markers and records need a scope for their key. */
function needsRecordTable({ scope, schema, request }: Model): boolean {
  return scope.kind === 'item' && (request.idempotencyKey || Object.values(schema.properties).some((member) => member['x-unique']));
}

function createTable(scope: Construct, id: string, options: CrudTableOptions, [partitionKey, sortKey]: Attribute[], model?: Model): TableV2 {
  const kept = options.removalPolicy !== RemovalPolicy.DESTROY;
  return new TableV2(scope, id, {
    tableName: options.tableName,
    partitionKey,
    sortKey,
    globalSecondaryIndexes: model?.indexes.map((index) => {
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
