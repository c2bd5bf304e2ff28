import { typeOf } from '../json-schema';
import { Model } from '../model';
import { OperationName } from '../operations';

const REVISING: readonly OperationName[] = ['replace', 'update', 'delete', 'upsert'];
const BATCHED: readonly OperationName[] = ['create', 'replace', 'update', 'delete'];

/** What each part allows by itself and the parts together make meaningless: it must not look as if it were honoured. */
export function checkTogether(model: Model): string[] {
  return [...checkDeclared(model), ...checkKeys(model), ...checkUnique(model), ...checkSingle(model)];
}

function checkDeclared({ entity, operations, request, scope }: Model): string[] {
  const has = (names: readonly OperationName[]) => names.some((name) => operations[name]);
  const softDeletes = entity.softDeleteSeconds !== undefined;
  const contradictions: [boolean, string][] = [
    [has(['restore']) && !softDeletes, 'operations.restore: nothing can be restored; give the schema softDelete or leave the operation out'],
    [softDeletes && !has(['delete', 'clear']), `${entity.name}: softDelete does nothing, since no operation deletes; add Operation.DELETE or drop it`],
    [request.idempotencyKey && !has(['create']), 'request.idempotencyKey: is for creates, and there is none; add Operation.CREATE or drop it'],
    [request.requireIfMatch && !has(REVISING), 'request.requireIfMatch: no operation writes an item that exists; add one or drop it'],
    [request.allowScan && scope.kind !== 'item', 'request.allowScan: is for ItemScope.item() alone; every other list is a query, so drop it'],
    [has(['batch']) && !has(BATCHED), `operations.batch: has nothing to hold; add one of ${BATCHED.join(', ')}`],
  ];
  return contradictions.filter(([isContradiction]) => isContradiction).map(([, mistake]) => mistake);
}

function checkKeys({ entity, schema, scope }: Model): string[] {
  if (scope.kind === 'collection' && entity.itemId === 'clientChosen' && scope.writeShards !== scope.shards) {
    return [`itemScope: writeShards ${scope.writeShards} differs from shards ${scope.shards}, but ids that clients choose are hashed over all of them; drop writeShards`];
  }
  if (scope.kind === 'item' && Object.hasOwn(schema.properties, scope.partitionKey)) {
    return [`${entity.name}.${scope.partitionKey}: is the table's partition key, which holds the id; leave the field out`];
  }
  return [];
}

/** A default would be taken by the first item that is created without a value. */
function checkUnique({ entity, schema }: Model): string[] {
  return Object.entries(schema.properties).filter(([, member]) => member['x-unique'] && member.default !== undefined)
    .map(([name, member]) => `${entity.name}.${name}: is unique, so only one item could have the defaultValue ${JSON.stringify(member.default)}; drop one of them`);
}

const COMPOSITE: { readonly [type: string]: string } = { array: 'a list', object: 'an object', undefined: 'free JSON' };

/** What is unique is known by its one text, and a value of values has many: other orders of its members, other forms of its numbers. */
function checkSingle({ entity, schema }: Model): string[] {
  return Object.entries(schema.properties).filter(([, member]) => member['x-unique'] && Object.hasOwn(COMPOSITE, String(typeOf(member))))
    .map(([name, member]) => `${entity.name}.${name}: is unique and ${COMPOSITE[String(typeOf(member))]}, but only single values can be unique; `
      + 'drop unique, or make a text or a number of the item unique');
}
