import { Access } from './access';
import { Filter } from './filter';
import { indexRequired, ListQuery } from './list-query';
import { oneRange } from './range';
import { isComparable } from './reach';
import { HIDDEN, IndexKeys, IndexModel, indexKeys, isNullable, Model, RANGE_OPERATORS } from '../../model';
import { SORT_KEY_BYTES } from '../item/key-size';
import { idAttribute } from '../plan/key';
import { invalidParameter } from '../request/query-string';

/**
 * Finds the access that uses most of the filter.
 *
 * An index is used unasked only if it holds every item that the filter means: each of its attributes is required, or fixed by the filter.
 */
export function planAccess(model: Model, asks: ListQuery): Access {
  const access = asks.index ? accessByNamed(model, asks.filters, asks.index) : bestAccess(model, asks);
  const unserved = access.rest.find(({ filterable }) => !filterable);
  if (unserved) throw indexRequired(`no index serves the filter '${unserved.parameter}', and its field is not filterable`, unserved.parameter);
  if (asks.consistent && access.index) throw invalidParameter('consistent', 'must be left out, since indexes are eventually consistent');
  if (asks.descending && access.scan) throw invalidParameter('order', 'must be left out, since without an index this collection has no order');
  const ranges = asks.filters.filter((filter) => RANGE_OPERATORS.includes(filter.operator) && !access.rest.includes(filter));
  const long = ranges.find((range) => !isComparable(access, range));
  if (long) throw invalidParameter(long.parameter, `must be at most ${SORT_KEY_BYTES} bytes, since it is compared with keys`);
  return access;
}

/** Why keys cannot serve a filter. */
interface Unserved {
  /** The filter on one of the keys that asks what keys cannot do; none where they need more. */
  readonly blocking?: Filter;
}

const isServed = (access: Access | Unserved): access is Access => 'rest' in access;

function accessByNamed(model: Model, filters: readonly Filter[], index: IndexModel): Access {
  const access = accessBy(model, filters, index);
  if (isServed(access)) return access;
  const { blocking } = access;
  if (blocking) throw indexRequired(`the index '${index.name}' cannot serve '${blocking.parameter}': its keys take eq, and the first one without eq takes a range`, blocking.parameter);
  throw indexRequired(`the index '${index.name}' cannot serve this filter: it needs eq on each of [${index.partitionBy.join(', ')}]`, 'index');
}

function bestAccess(model: Model, { filters, consistent }: ListQuery): Access {
  const candidates = consistent ? [] : model.indexes
    .map((candidate) => accessBy(model, filters, candidate))
    .filter((access): access is Access => isServed(access) && used(access, filters) > 0 && holdsAll(model, access, filters));
  const table = accessByTable(model, filters);
  const [best] = [...candidates, ...(isServed(table) ? [table] : [])].sort((a, b) => used(b, filters) - used(a, filters));
  if (best) return best;
  const { blocking } = table as Unserved;
  if (blocking) throw indexRequired(`no index serves '${blocking.parameter}', and in the order of ids 'id' takes eq or a range`, blocking.parameter);
  throw indexRequired('this collection can be listed only by an index, with a filter by eq on each of its partition attributes');
}

function accessByTable(model: Model, filters: readonly Filter[]): Access | Unserved {
  if (model.scope.kind !== 'item') return accessByKeys(model, filters, { partition: [HIDDEN.scope], sort: ['id'] });
  if (!model.request.allowScan) return {};
  return { scoped: false, equals: [], excluded: [], sort: [model.scope.partitionKey], rest: filters, scan: true };
}

function accessBy(model: Model, filters: readonly Filter[], index: IndexModel): Access | Unserved {
  const found = accessByKeys(model, filters, indexKeys(model, index));
  return isServed(found) ? { ...found, index } : found;
}

/** Takes from the filter what the keys can use. */
function accessByKeys(model: Model, filters: readonly Filter[], keys: IndexKeys): Access | Unserved {
  const isOn = (attribute: string) => ({ path: [name, ...more] }: Filter) => more.length === 0 && attributeOf(model, name) === attribute;
  const equalTo = (attribute: string) => filters.find((filter) => filter.operator === 'eq' && isOn(attribute)(filter));
  const partition = keys.partition.filter((attribute) => attribute !== HIDDEN.scope);
  if (!partition.every(equalTo)) return {};

  const leading = keys.sort.findIndex((attribute) => !equalTo(attribute));
  const equal = [...partition, ...keys.sort.slice(0, leading < 0 ? undefined : leading)];
  const ranges = leading < 0 ? [] : filters.filter((filter) => RANGE_OPERATORS.includes(filter.operator) && isOn(keys.sort[leading])(filter));
  const found = oneRange(ranges);
  const usable = [...equal.map(equalTo), ...(found ? ranges : [])];
  const rest = filters.filter((filter) => !usable.includes(filter));
  // DynamoDB takes no key attribute of the index in a filter expression
  const blocking = rest.find(({ path: [name] }) => [...keys.partition, ...keys.sort].includes(attributeOf(model, name)));
  if (blocking) return { blocking };
  return {
    scoped: keys.partition.includes(HIDDEN.scope),
    equals: equal.map((attribute) => [attribute, equalTo(attribute)!.values[0]]),
    range: found?.range && { ...found.range, path: [keys.sort[leading]] },
    excluded: found?.excluded ?? [],
    sort: keys.sort,
    rest,
    scan: false,
  };
}

/** The attribute of a field: the id may have another name in the table. */
function attributeOf(model: Model, field: string): string {
  return field === 'id' ? idAttribute(model) : field;
}

function used({ rest }: Access, filters: readonly Filter[]): number {
  return filters.length - rest.length;
}

/** Fields that are there in each item, or in each that the filter can mean. */
function holdsAll({ schema }: Model, { index, rest }: Access, filters: readonly Filter[]): boolean {
  const fixed = filters.filter((filter) => !rest.includes(filter)).map(({ path: [name] }) => name);
  return [...index!.partitionBy, ...index!.sortBy].every((name) => {
    const field = schema.properties[name];
    return fixed.includes(name) || (field ? schema.required.includes(name) && !isNullable(field) : true);
  });
}
