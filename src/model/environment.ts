/** Environment variables of the functions. Their names are contract: a deployed function reads what another version set. */
export const ENVIRONMENT = {
  /** Name of the entity's table. */
  tableName: 'TABLE_NAME',
  /** Name of the table of unique-value markers and idempotency records, if they are not beside the items. */
  recordTableName: 'RECORD_TABLE_NAME',
  /** Name of the table of the parent's items, if a child must have a parent that is there. */
  parentTableName: 'PARENT_TABLE_NAME',
  /** On the function behind `$default`, if the API serves several entities: all routes of the API, as `METHOD /path` lines. */
  apiRoutes: 'API_ROUTES',
} as const;

/** Files in a function's asset, beside the bundle. */
export const ASSET_FILES = {
  bundle: 'index.js',
  model: 'model.json',
  validator: 'validator.js',
} as const;
