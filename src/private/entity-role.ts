import { Stack } from 'aws-cdk-lib';
import { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { distinctRights, Right } from '../model';

/** The tables that an entity's functions work on. */
export interface EntityTables {
  readonly items: ITable;
  /** Of the declared indexes. */
  readonly indexNames: string[];
  /** Of markers and records, unless they lie beside the items. */
  readonly records?: ITable;
  /** Of the parent's items, where a child must have a parent. */
  readonly parent?: ITable;
}

export interface EntityRoleProps {
  readonly rights: Right[];
  readonly tables: EntityTables;
  readonly logGroup: LogGroup;
  readonly tracing: boolean;
}

/** A function's role: its rights, its own log, its traces. */
export function createRole(scope: Construct, id: string, { rights, tables, logGroup, tracing }: EntityRoleProps): Role {
  const statements = [
    ...statementsOf(rights, tables),
    new PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }),
    // X-Ray knows no resources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsx-ray.html
    ...(tracing ? [new PolicyStatement({ actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] })] : []),
  ];
  return new Role(scope, id, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: `Runs ${Stack.of(scope).stackName}/${scope.node.id} ${id.replace(/Role$/, '')}`,
    inlinePolicies: { Access: new PolicyDocument({ statements }) },
  });
}

function statementsOf(rights: Right[], tables: EntityTables): PolicyStatement[] {
  const placed = rights.map((right): Right => (right.on === 'records' && !tables.records ? { ...right, on: 'table' } : right));
  return distinctRights(placed).map(({ action, on, inTransaction }) => new PolicyStatement({
    actions: [action],
    resources: arnsOf(tables)[on],
    conditions: inTransaction && ONLY_IN_TRANSACTIONS,
  }));
}

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html */
const ONLY_IN_TRANSACTIONS = { 'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] } };

function arnsOf({ items, indexNames, records, parent }: EntityTables): { readonly [on in Right['on']]: string[] } {
  return {
    table: [items.tableArn],
    indexes: [items.tableArn, ...indexNames.map((name) => `${items.tableArn}/index/${name}`)],
    records: records ? [records.tableArn] : [],
    parent: parent ? [parent.tableArn] : [],
  };
}
