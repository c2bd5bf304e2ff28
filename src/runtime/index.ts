import { randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { ASSET_FILES, ENVIRONMENT, Model, Validator } from '../model';
import { createHandler } from './handler';
import { connect } from './store/dynamodb-client';

const {
  [ENVIRONMENT.tableName]: tableName,
  [ENVIRONMENT.recordTableName]: recordTableName,
  [ENVIRONMENT.parentTableName]: parentTableName,
  [ENVIRONMENT.apiRoutes]: apiRoutes,
} = process.env;
if (!tableName) throw new Error(`the environment variable ${ENVIRONMENT.tableName} is missing: it is the name of the entity's table`);

// they lie beside the bundle, which is the same for all entities
const load = createRequire(__filename);

export const handler = createHandler({
  model: load(`./${ASSET_FILES.model}`) as Model,
  validator: load(`./${ASSET_FILES.validator}`) as Validator,
  tableName,
  recordTableName,
  parentTableName,
  apiRoutes,
  send: connect(process.env),
  clock: Date.now,
  random: randomBytes,
  sleep,
  // not the console, which Lambda's JSON logs wrap, so that CloudWatch would not see the metrics
  write: (line) => process.stdout.write(`${line}\n`),
});
