import { CfnOutput, RemovalPolicy } from 'aws-cdk-lib';
import { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct, IConstruct } from 'constructs';
import { ApiHost } from './api-host';
import { Auth } from './auth';
import { CrudTable } from './crud-table';
import { EntitySchema } from './entity-schema';
import { FunctionLayout } from './function-layout';
import { FunctionOptions } from './function-options';
import { ItemScope } from './item-scope';
import { Operation, Operations } from './operations';
import { buildModel } from './private/build-model';
import { createFunctions, EntityFunction } from './private/entity-functions';
import { createTables } from './private/entity-table';
import { fail } from './private/errors';
import { functionAsset } from './private/function-asset';
import { rememberModel } from './private/models';
import { warn } from './private/warnings';
import { RequestOptions, ResponseOptions } from './request-options';

/** A CRUD API, as other constructs see it. */
export interface IServerlessCrudApi extends IConstruct {
  /** The table that holds the items. */
  readonly table: ITable;
  /** Where the collection answers: `https://…/todos`. */
  readonly url: string;
  /** Path of the collection, without stage: `/todos`. */
  readonly path: string;
  /** What the API is served by; pass it to another construct to share it. */
  readonly host: ApiHost;
}

/** What a CRUD API is made of. */
export interface ServerlessCrudApiProps {
  /** The entity. */
  readonly schema: EntitySchema;
  /** Who may call. It has no default: a public API is written down, as `Auth.none()`. */
  readonly auth: Auth;
  /**
   * Where items live.
   * @default ItemScope.collection()
   */
  readonly itemScope?: ItemScope;
  /**
   * What puts the API on the network.
   * @default ApiHost.http()
   */
  readonly host?: ApiHost;
  /**
   * The table that holds the items.
   * @default CrudTable.create()
   */
  readonly table?: CrudTable;
  /**
   * What the API can do.
   * @default Operations.standard()
   */
  readonly operations?: Operations;
  /**
   * Path of the collection.
   * @default - `/` and the entity's plural, below the parent's item if it has a parent
   */
  readonly path?: string;
  /**
   * Name of the path's variable for an item.
   * @default - `id`; the entity's name and `Id` if it has a parent
   */
  readonly pathParameter?: string;
  /**
   * What requests are held to.
   * @default - as in the contract
   */
  readonly request?: RequestOptions;
  /**
   * How answers look.
   * @default - as in the contract
   */
  readonly response?: ResponseOptions;
  /**
   * How operations are spread over functions.
   * @default FunctionLayout.LEAST_PRIVILEGE
   */
  readonly functionLayout?: FunctionLayout;
  /**
   * Settings of the functions.
   * @default - Node.js 24 on arm64, 512 MiB, 10 seconds
   */
  readonly functionOptions?: FunctionOptions;
  /**
   * What becomes of the table and the logs when they leave the stack. DESTROY also turns off deletion protection and backups: for demos.
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE
   */
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * The REST API of one entity: its table, its functions with a role each, its routes.
 *
 * @example
 * new ServerlessCrudApi(this, 'Todos', {
 *   auth: Auth.none(),
 *   schema: new EntitySchema('todo', { title: Field.text({ required: true }) }),
 * });
 */
export class ServerlessCrudApi extends Construct implements IServerlessCrudApi {
  public readonly table: ITable;
  public readonly url: string;
  public readonly path: string;
  public readonly host: ApiHost;
  private readonly entityFunctions: EntityFunction[];

  constructor(scope: Construct, id: string, props: ServerlessCrudApiProps) {
    super(scope, id);
    const model = buildModel(this, props);
    rememberModel(this, model);
    const removalPolicy = props.removalPolicy ?? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;

    const tables = createTables(this, model, props.table ?? CrudTable.create(), removalPolicy);
    this.table = tables.items;
    this.entityFunctions = createFunctions(this, {
      model,
      removalPolicy,
      tables: { ...tables, parent: parentTable(props.itemScope) },
      code: functionAsset(model),
      layout: props.functionLayout ?? FunctionLayout.LEAST_PRIVILEGE,
      options: props.functionOptions ?? {},
    });
    this.host = props.host ?? ApiHost.http();
    this.host._host.serve({ scope: this, model, functions: this.entityFunctions, auth: props.auth._model, removalPolicy });
    this.path = model.path;
    this.url = this.host._host.url + model.path;

    warn(this, model, props.auth._model);
    new CfnOutput(this, 'Url', { value: this.url, description: `Collection of ${model.entity.plural}` });
    new CfnOutput(this, 'TableName', { value: this.table.tableName, description: `Table of ${model.entity.plural}` });
  }

  /** The functions, each once. */
  public get functions(): IFunction[] {
    return this.entityFunctions.map(({ lambda }) => lambda);
  }

  /** The function that answers an operation. */
  public functionFor(operation: Operation): IFunction {
    const found = this.entityFunctions.find(({ operations }) => operations.includes(operation));
    return found?.lambda ?? fail(this, `operation '${operation}' is not one of this API's; add it to operations`);
  }
}

/** Where a child must have a parent, its functions look there. */
function parentTable(itemScope?: ItemScope): ITable | undefined {
  return itemScope?._model.kind === 'parent' && itemScope._model.requireParent ? itemScope._parent?.table : undefined;
}
