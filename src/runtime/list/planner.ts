import { Filter, Operator } from './filter';
import { indexRequired, ListQuery } from './list-query';
import { HIDDEN, IndexModel, indexKeys, isNullable, Model } from '../../model';
import { idAttribute } from '../plan/key';
import { AttributeValue } from '../store/call';

/** How a list is read: by the table's key or an index, and what is left to filter after the read. */
export interface Access {
  readonly index?: IndexModel;
  /** The partition is one of a scope: the table's own, or of an index that begins with the scope. */
  readonly scoped: boolean;
  /** Values of the partition's attributes apart from the scope, and of the leading sort attributes. */
  readonly equals: readonly (readonly [attribute: string, value: AttributeValue])[];
  readonly range?: Filter;
  /** All sort attributes in order; the id is the last, so that no two items have the same place. */
  readonly sort: readonly string[];
  readonly rest: readonly Filter[];
  /** No index serves the filter, and the declaration allows to read the whole table. */
  readonly scan: boolean;
}

const RANGES: readonly Operator[] = ['lt', 'lte', 'gt', 'gte', 'between', 'beginsWith'];

/**
 * Finds the access that uses most of the filter.
 *
 * An index is used unasked only if it holds every item that the filter means: each of its attributes is required, or fixed by the filter.
 */
export function planAccess(model: Model, { filters, index, consistent }: ListQuery): Access {
  if (index) {
    const access = accessBy(model, filters, index);
    if (!access) throw indexRequired(`the index '${index.name}' cannot serve this filter: it needs eq on each of [${index.partitionBy.join(', ')}]`, 'index');
    return withFilterableRest(access);
  }
  const candidates = consistent ? [] : model.indexes
    .map((candidate) => accessBy(model, filters, candidate))
    .filter((access): access is Access => access !== undefined && used(access, filters) > 0 && holdsAll(model, access));
  const [best] = [...candidates, accessByTable(model, filters)]
    .filter((access) => access !== undefined)
    .sort((a, b) => used(b, filters) - used(a, filters));
  if (!best) throw indexRequired('this collection can be listed only by an index, with a filter by eq on each of its partition attributes');
  return withFilterableRest(best);
}

function accessByTable(model: Model, filters: readonly Filter[]): Access | undefined {
  if (model.scope.kind !== 'item') return accessByKeys(model, filters, { partition: [HIDDEN.scope], sort: ['id'] });
  if (!model.request.allowScan) return undefined;
  return { scoped: false, equals: [], sort: [model.scope.partitionKey], rest: filters, scan: true };
}

function accessBy(model: Model, filters: readonly Filter[], index: IndexModel): Access | undefined {
  const found = accessByKeys(model, filters, indexKeys(model, index));
  return found && { ...found, index };
}

/** Takes from the filter what the keys can use; undefined if they need more, or are asked what keys cannot do. */
function accessByKeys(model: Model, filters: readonly Filter[], keys: { readonly partition: string[]; readonly sort: string[] }): Access | undefined {
  const idName = idAttribute(model);
  const on = (attribute: string, operators: readonly Operator[]) => filters.find(({ path: [name, ...more], operator }) =>
    more.length === 0 && name === attribute && operators.includes(operator));
  const scoped = keys.partition.includes(HIDDEN.scope);
  const partition = keys.partition.filter((attribute) => attribute !== HIDDEN.scope);
  const usable: Filter[] = [];
  const equals: [string, AttributeValue][] = [];

  for (const attribute of partition) {
    const filter = on(attribute, ['eq']);
    if (!filter) return undefined;
    usable.push(filter);
    equals.push([attribute, filter.values[0]]);
  }
  let range: Filter | undefined;
  for (const attribute of keys.sort) {
    const filter = on(attribute, ['eq']);
    if (!filter) {
      range = on(attribute, RANGES);
      break;
    }
    usable.push(filter);
    equals.push([attribute === 'id' ? idName : attribute, filter.values[0]]);
  }
  if (range) usable.push(range);
  const rest = filters.filter((filter) => !usable.includes(filter));
  // DynamoDB takes no key attribute of the index in a filter expression
  if (rest.some(({ path: [name] }) => keys.partition.includes(name) || keys.sort.includes(name))) return undefined;
  return { scoped, equals, range, sort: keys.sort.map((name) => (name === 'id' ? idName : name)), rest, scan: false };
}

function used({ rest }: Access, filters: readonly Filter[]): number {
  return filters.length - rest.length;
}

/** Fields that are there in each item, or in each that the filter can mean. */
function holdsAll({ schema }: Model, { index, equals, range }: Access): boolean {
  const fixed = [...equals.map(([attribute]) => attribute), range?.path[0]];
  return [...index!.partitionBy, ...index!.sortBy].every((name) => {
    const field = schema.properties[name];
    return fixed.includes(name) || (field ? schema.required.includes(name) && !isNullable(field) : true);
  });
}

function withFilterableRest(found: Access): Access {
  const unserved = found.rest.find(({ filterable }) => !filterable);
  if (unserved) throw indexRequired(`no index serves the filter '${unserved.parameter}', and its field is not filterable`, unserved.parameter);
  return found;
}
