import { FilterOperator, filterOperatorsOf, indexKeys, JsonSchema, Model, RANGE_OPERATORS, SERVER_FIELDS, typeOf } from '../model';
import { OpenApi } from './document';
import { idSchema } from './schemas';

const MEANING: { readonly [operator in FilterOperator]: string } = {
  eq: 'is this',
  ne: 'is not this, or is absent',
  lt: 'is less than this',
  lte: 'is at most this',
  gt: 'is greater than this',
  gte: 'is at least this',
  between: 'is between these, or one of the two',
  in: 'is one of these',
  beginsWith: 'begins with this',
  contains: 'contains this',
  exists: 'is there (`true`) or not (`false`)',
};

/** Of one parameter, as DynamoDB's IN takes them. @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html */
const MOST_VALUES = 100;

/** Parameters that mean something else; a field of such a name is filtered as `limit:eq`. */
const TAKEN = ['limit', 'cursor', 'order', 'index', 'fields', 'consistent'];

/** `field=value` and `field:op=value` for each field that a list can be filtered by: it is filterable, or a key. */
export function filterParameters(model: Model): OpenApi[] {
  return Object.entries(filters(model)).flatMap(([field, { schema, operators }]) => operators.map((operator) => ({
    name: operator === 'eq' && !TAKEN.includes(field) ? field : `${field}:${operator}`,
    in: 'query',
    description: `\`${field}\` ${MEANING[operator]}`,
    schema: valueSchema(schema, operator),
    // separated by commas: repeated parameters are refused
    ...((operator === 'between' || operator === 'in') && { style: 'form', explode: false }),
  })));
}

interface FilterField {
  readonly schema: JsonSchema;
  readonly operators: readonly FilterOperator[];
}

function filters(model: Model): { [field: string]: FilterField } {
  return { ...keyFilters(model), ...filterableFields(model.schema.properties) };
}

/** Keys serve equality, and ranges where they sort. */
function keyFilters(model: Model): { [field: string]: FilterField } {
  const schemas: { readonly [name: string]: JsonSchema } = { ...SERVER_FIELDS, id: idSchema(model), ...model.schema.properties };
  const keys = [
    ...(model.scope.kind === 'item' ? [] : [{ partition: [], sort: ['id'] }]),
    ...model.indexes.map((index) => indexKeys(model, index)),
  ];
  const sorted = new Set(keys.flatMap(({ sort }) => sort));
  const names = [...new Set(keys.flatMap(({ partition, sort }) => [...partition, ...sort]))].filter((name) => Object.hasOwn(schemas, name));
  return Object.fromEntries(names.map((name) => {
    const schema = schemas[name];
    const ranges = sorted.has(name) ? RANGE_OPERATORS.filter((operator) => filterOperatorsOf(schema).includes(operator)) : [];
    return [name, { schema, operators: ['eq', ...ranges] }];
  }));
}

/** Fields that are filterable, or part of one that is; dots lead into nested ones. */
function filterableFields(properties: { readonly [name: string]: JsonSchema }, path = '', within = false): { [field: string]: FilterField } {
  return Object.assign({}, ...Object.entries(properties).map(([name, schema]) => {
    const field = path + name;
    const isFilterable = within || schema['x-filterable'] === true;
    if (schema.writeOnly || schema['x-self-link']) return {};
    return {
      ...(isFilterable && { [field]: { schema, operators: filterOperatorsOf(schema) } }),
      ...(schema.properties && filterableFields(schema.properties, `${field}.`, isFilterable)),
    };
  })) as { [field: string]: FilterField };
}

function valueSchema(schema: JsonSchema, operator: FilterOperator): OpenApi {
  if (operator === 'exists') return { type: 'boolean' };
  if (operator === 'beginsWith') return { type: 'string' };
  if (operator === 'between') return { type: 'array', items: valueSchema(schema, 'gte'), minItems: 2, maxItems: 2 };
  if (operator === 'in') return { type: 'array', items: valueSchema(schema, 'eq'), minItems: 1, maxItems: MOST_VALUES };
  const { type: _, format, enum: values } = operator === 'contains' && schema.items ? schema.items : schema;
  const only = values?.filter((value) => value !== null);
  return {
    type: typeOf(operator === 'contains' && schema.items ? schema.items : schema) ?? 'string',
    ...(format !== undefined && operator !== 'contains' && { format }),
    ...(only && operator === 'eq' && { enum: only }),
  };
}
