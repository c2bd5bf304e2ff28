import { Filter, filterValues } from './filter';
import { FilterOperator, IndexModel, JsonSchema, Model, PAGE_SIZE, SERVER_FIELDS, typeOf } from '../../model';
import { Problem, ProblemDetail } from '../answer/problem';
import { memberSchema } from '../item/member-schema';
import { invalidParameter, invalidParameters } from '../request/query-string';

/** What a list is asked for. */
export interface ListQuery {
  readonly limit: number;
  readonly cursor?: string;
  readonly descending: boolean;
  readonly index?: IndexModel;
  readonly consistent: boolean;
  readonly filters: readonly Filter[];
}

/** Far more than a page of a user interface has, and few enough for an expression. */
const MOST_FILTERS = 20;

/** Of names in a path, as deep as DynamoDB stores: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html (attributes) */
const DEPTH = 32;

type Parameters = ReadonlyMap<string, string>;

/** Parameters with a meaning of their own; a field of the same name is filtered as `limit:eq=`. */
const OWN = ['limit', 'cursor', 'order', 'index', 'fields', 'consistent'];

/** Reads the parameters of a list or, without those of pages, of a count; every mistake at once. */
export function readListQuery(model: Model, parameters: Parameters, own: readonly string[] = OWN): ListQuery {
  const errors: ProblemDetail[] = [];
  const fail = (parameter: string, detail: string): undefined => void errors.push({ parameter, code: 'invalid-parameter', detail });
  const choice = (name: string, choices: readonly string[]): string | undefined => {
    const value = parameters.get(name);
    return value === undefined || choices.includes(value) ? value : fail(name, `must be one of ${choices.join(', ')}`);
  };

  const indexName = choice('index', model.indexes.map(({ name }) => name));
  const query = {
    limit: readLimit(parameters, fail),
    cursor: parameters.get('cursor'),
    descending: choice('order', ['asc', 'desc']) === 'desc',
    index: model.indexes.find(({ name }) => name === indexName),
    consistent: choice('consistent', ['true', 'false']) === 'true',
    filters: [...parameters].filter(([name]) => !own.includes(name)).flatMap(([name, value]) => readFilter(model, name, value, fail)),
  };
  if (query.filters.length > MOST_FILTERS) fail(query.filters[MOST_FILTERS].parameter, `at most ${MOST_FILTERS} filters are allowed`);
  if (errors.length > 0) throw invalidParameters(errors);
  return query;
}

type Fail = (parameter: string, detail: string) => undefined;

function readLimit(parameters: Parameters, fail: Fail): number {
  const text = parameters.get('limit');
  if (text === undefined) return PAGE_SIZE.default;
  if (!/^\d+$/.test(text) || Number(text) === 0) fail('limit', 'must be a whole number of at least 1');
  return Math.min(Number(text), PAGE_SIZE.greatest);
}

function readFilter(model: Model, parameter: string, text: string, fail: Fail): Filter[] {
  const [field, operator = 'eq', ...more] = parameter.split(':');
  const path = field.split('.');
  const found = fieldAt(model, path);
  if (!found || more.length > 0) {
    fail(parameter, 'is neither a parameter nor a field');
    return [];
  }
  const values = filterValues(found.schema, operator as FilterOperator, text);
  if ('mistake' in values) {
    fail(parameter, values.mistake);
    return [];
  }
  return [{ parameter, path, operator: operator as FilterOperator, values, filterable: found.filterable }];
}

/** The field at a path that clients can see; it is filterable if it, or what it is part of, says so. */
function fieldAt(model: Model, path: readonly string[]): { schema: JsonSchema; filterable: boolean } | undefined {
  if (path.length > DEPTH) return undefined;
  let schema: JsonSchema = { properties: { ...model.schema.properties, ...SERVER_FIELDS }, additionalProperties: false };
  let filterable = false;
  for (const name of path) {
    const member = name !== '' && mayHaveMembers(schema) ? memberSchema(schema, name) : undefined;
    if (!member || member.writeOnly || member['x-self-link']) return undefined;
    schema = member;
    filterable ||= schema['x-filterable'] === true;
  }
  return { schema, filterable };
}

/** Objects, and free JSON. */
function mayHaveMembers(schema: JsonSchema): boolean {
  const type = typeOf(schema);
  return type === 'object' || type === undefined;
}

/** The fields that an answer shows. */
export function readFields(parameters: Parameters, visible: readonly string[]): readonly string[] {
  const text = parameters.get('fields');
  if (text === undefined) return visible;
  const wanted = text.split(',');
  const unknown = wanted.filter((name) => !visible.includes(name));
  if (unknown.length > 0) throw invalidParameter('fields', 'must be names of fields, separated by commas');
  return visible.filter((name) => wanted.includes(name));
}

/** A filter that would read more than it answers needs an index. */
export function indexRequired(detail: string, parameter?: string): Problem {
  return new Problem(400, 'index-required', detail, parameter === undefined ? {} : { errors: [{ parameter, code: 'index-required', detail }] });
}
