import { Construct } from 'constructs';
import type { CrudTable } from '../crud-table';
import { ItemScope } from '../item-scope';
import {
  checkModel, JsonSchema, Model, MODEL_VERSION, REQUEST_DEFAULTS, RequestModel, RESPONSE_DEFAULTS, ResponseModel, ScopeModel,
} from '../model';
import { Operations } from '../operations';
import type { RequestOptions, ResponseOptions } from '../request-options';
import type { ServerlessCrudApiProps } from '../serverless-crud-api';
import { checkAccess } from './check-access';
import { checkDefaults } from './check-defaults';
import { checkPatterns } from './check-patterns';
import { checkProps } from './check-props';
import { checkTable } from './check-table';
import { fail } from './errors';
import { modelOf } from './models';

/** The model that the props stand for, checked; every mistake is reported at once. */
export function buildModel(scope: Construct, props: ServerlessCrudApiProps): Model {
  const misread = checkProps(props);
  if (misread.length > 0) fail(scope, ...misread);
  const { schema, itemScope = ItemScope.collection() } = props;
  const parent = itemScope._parent && modelOf(itemScope._parent);
  const parentPath = parent ? `${parent.path}/{${parent.pathParameter}}` : '';
  const model: Model = {
    modelVersion: MODEL_VERSION,
    entity: schema._entity,
    schema: schema._schema,
    scope: scopeModel(itemScope, props.table),
    indexes: schema._indexes,
    path: props.path ?? `${parentPath}/${schema.plural}`,
    pathParameter: props.pathParameter ?? (parent ? `${schema.name.replace(/-/g, '_')}Id` : 'id'),
    operations: (props.operations ?? Operations.standard())._model(),
    request: requestModel(props.request),
    response: responseModel(props.response),
  };
  const mistakes = [...checkModel(model), ...checkAccess(itemScope, props.auth._model), ...checkTable(itemScope, props.table)];
  if (mistakes.length === 0) mistakes.push(...checkPatterns(schema.name, schema._schema));
  if (mistakes.length === 0) mistakes.push(...checkDefaults(schema.name, schema._schema));
  if (mistakes.length > 0) fail(scope, ...mistakes);
  return withExpiry(model);
}

/** Clients write `expiresAt` like any field, although its name is the library's. */
function withExpiry(model: Model): Model {
  if (!model.entity.expiry) return model;
  const expiresAt: JsonSchema = { type: 'string', format: 'date-time', description: 'From then on the item is absent' };
  return { ...model, schema: { ...model.schema, properties: { ...model.schema.properties, expiresAt } } };
}

/** The key of a table that exists already is named by the table. */
function scopeModel({ _model: scope }: ItemScope, table?: CrudTable): ScopeModel {
  return scope.kind === 'item' && table?._existing ? { ...scope, partitionKey: table._existing.partitionKey } : scope;
}

function requestModel({ maxBodySize, ...flags }: RequestOptions = {}): RequestModel {
  const maxBodyBytes = maxBodySize?.toBytes() ?? REQUEST_DEFAULTS.maxBodyBytes;
  return { ...REQUEST_DEFAULTS, ...withoutUndefined(flags), maxBodyBytes };
}

function responseModel(options: ResponseOptions = {}): ResponseModel {
  return { ...RESPONSE_DEFAULTS, ...withoutUndefined(options) };
}

function withoutUndefined<T extends object>(options: T): Partial<T> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>;
}
