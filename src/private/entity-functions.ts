import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { ApplicationLogLevel, Architecture, AssetCode, CfnFunction, Function as LambdaFunction, LoggingFormat, Runtime, SystemLogLevel } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { FunctionLayout } from '../function-layout';
import { FunctionOptions } from '../function-options';
import { distinctRights, ENVIRONMENT, Model, OperationName, Right, rightsOf, Route, routesOf } from '../model';
import { createRole, EntityTables } from './entity-role';

/** One function of an entity, and the routes that it answers. */
export interface EntityFunction {
  readonly operations: OperationName[];
  readonly lambda: LambdaFunction;
  readonly routes: Route[];
}

export interface EntityFunctionsProps {
  readonly model: Model;
  readonly tables: EntityTables;
  readonly code: AssetCode;
  readonly layout: FunctionLayout;
  readonly options: FunctionOptions;
  readonly removalPolicy: RemovalPolicy;
}

/** The entity's functions, each with a role and a log group of its own. */
export function createFunctions(scope: Construct, props: EntityFunctionsProps): EntityFunction[] {
  const routes = routesOf(props.model);
  return groupOperations(props.model, props.layout).map(({ id, operations, rights }) => ({
    operations,
    lambda: createFunction(scope, id, rights, props),
    routes: routes.filter(({ operation }) => operations.includes(operation)),
  }));
}

interface OperationGroup {
  /** The construct's id, which is contract. */
  readonly id: string;
  readonly operations: OperationName[];
  readonly rights: Right[];
}

/** Canonical order: a group is named by its first operation. */
const ORDER: OperationName[] = ['create', 'list', 'count', 'get', 'update', 'replace', 'upsert', 'restore', 'delete', 'batch', 'clear'];

function groupOperations(model: Model, layout: FunctionLayout): OperationGroup[] {
  const operations = ORDER.filter((operation) => model.operations[operation]);
  if (layout === FunctionLayout.SINGLE) {
    return [{ id: 'Function', operations, rights: distinctRights(operations.flatMap((operation) => rightsOf(model, operation))) }];
  }
  const groups = new Map<string, OperationGroup>();
  for (const operation of operations) {
    const rights = rightsOf(model, operation);
    const key = JSON.stringify(rights);
    const group = groups.get(key) ?? { id: `${capitalized(operation)}Function`, operations: [], rights };
    groups.set(key, { ...group, operations: [...group.operations, operation] });
  }
  return [...groups.values()];
}

function capitalized(text: string): string {
  return text[0].toUpperCase() + text.slice(1);
}

function createFunction(scope: Construct, id: string, rights: Right[], props: EntityFunctionsProps): LambdaFunction {
  const { options, tables, removalPolicy } = props;
  const logGroup = new LogGroup(scope, `${id}Log`, { retention: options.logRetention ?? RetentionDays.ONE_MONTH, removalPolicy });
  const tracing = options.tracing ?? true;
  const lambda = new LambdaFunction(scope, id, {
    description: `${props.model.entity.name}: ${rights.map(({ action }) => action).join(', ')}`,
    code: props.code,
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: options.architecture ?? Architecture.ARM_64,
    memorySize: options.memorySize ?? 512,
    timeout: options.timeout ?? Duration.seconds(10),
    reservedConcurrentExecutions: options.reservedConcurrentExecutions,
    role: createRole(scope, `${id}Role`, { rights, tables, logGroup, tracing }),
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    applicationLogLevelV2: ApplicationLogLevel.INFO,
    systemLogLevelV2: SystemLogLevel.WARN,
    environment: environmentOf(tables),
  });
  // not the `tracing` property: CDK would add a policy resource for rights that the role has
  if (tracing) (lambda.node.defaultChild as CfnFunction).tracingConfig = { mode: 'Active' };
  return lambda;
}

function environmentOf({ items, records, parent }: EntityTables): Record<string, string> {
  return {
    [ENVIRONMENT.tableName]: items.tableName,
    ...(records ? { [ENVIRONMENT.recordTableName]: records.tableName } : {}),
    ...(parent ? { [ENVIRONMENT.parentTableName]: parent.tableName } : {}),
  };
}
