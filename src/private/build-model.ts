import { Construct } from 'constructs';
import { ItemScope } from '../item-scope';
import { checkModel, Model, MODEL_VERSION, ObjectSchema, REQUEST_DEFAULTS, RESPONSE_DEFAULTS } from '../model';
import { Operations } from '../operations';
import type { ServerlessCrudApiProps } from '../serverless-crud-api';
import { checkAccess } from './check-access';
import { checkDefaults } from './check-defaults';
import { fail } from './errors';
import { modelOf } from './models';

/** The model that the props stand for, checked; every mistake is reported at once. */
export function buildModel(scope: Construct, props: ServerlessCrudApiProps): Model {
  const { schema, request = {}, response = {}, itemScope = ItemScope.collection() } = props;
  const parent = itemScope._parent && modelOf(itemScope._parent);
  const parentPath = parent ? `${parent.path}/{${parent.pathParameter}}` : '';
  const model: Model = {
    modelVersion: MODEL_VERSION,
    entity: schema._entity,
    schema: schema._schema,
    scope: itemScope._model,
    indexes: schema._indexes,
    path: props.path ?? `${parentPath}/${schema.plural}`,
    pathParameter: props.pathParameter ?? (parent ? `${schema.name.replace(/-/g, '_')}Id` : 'id'),
    operations: (props.operations ?? Operations.standard())._model(),
    request: {
      ...REQUEST_DEFAULTS,
      maxBodyBytes: request.maxBodySize?.toBytes() ?? REQUEST_DEFAULTS.maxBodyBytes,
      requireIfMatch: request.requireIfMatch ?? REQUEST_DEFAULTS.requireIfMatch,
    },
    response: {
      ...RESPONSE_DEFAULTS,
      consistentGet: response.consistentGet ?? RESPONSE_DEFAULTS.consistentGet,
      ...(response.publicUrl === undefined ? {} : { publicUrl: response.publicUrl }),
    },
  };
  const mistakes = [...checkModel(model), ...checkAccess(itemScope, props.auth._model), ...notYetEnforced(schema.name, schema._schema)];
  if (mistakes.length === 0) mistakes.push(...checkDefaults(schema.name, schema._schema));
  if (mistakes.length > 0) fail(scope, ...mistakes);
  return model;
}

/** What can be said in a schema and is not honoured yet must not look as if it were. */
function notYetEnforced(entity: string, schema: ObjectSchema): string[] {
  return Object.entries(schema.properties).filter(([, member]) => member['x-unique'])
    .map(([name]) => `${entity}.${name}: unique is not supported yet; leave it out`);
}
