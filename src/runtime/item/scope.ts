import { Model, ParentModel, RootScopeModel } from '../../model';
import { Problem } from '../answer/problem';
import { notFound } from '../answer/problems';

/** What decides the scope of a request: its claims and its path. */
export interface ScopeSource {
  readonly claims?: { readonly [name: string]: unknown };
  readonly parameters: { readonly [name: string]: string };
}

/** HTTP API writes a list as `[a b]`, an object as `map[a:1]` and null in words; half a surrogate pair is no character, and has no encoding. */
const ONE_TEXT = /^(?!(?:(?:map)?\[.*\]|null|<nil>)$)\P{Surrogate}+$/su;
/** A claim is a name, not a document. */
const LONGEST_CLAIM = 1024;
/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html (partition key) */
const LONGEST_PARTITION_KEY = 2048;

/** Where the items are that a request can reach. */
export interface Scope {
  /**
   * The value of `_scope`: `entity|kind|value`, the value percent-encoded, so that no claim and no path leads to another kind or to a part of one.
   * A sharded collection has its shard's number as value; the first shard has none. Undefined where the key is the id alone.
   */
  readonly value?: string;
  /** The scope and the id of the item that the path names as parent. */
  readonly parent?: { readonly scope: string; readonly id: string };
}

export function scopeOf({ entity, scope }: Model, source: ScopeSource): Scope {
  switch (scope.kind) {
    case 'collection':
      return { value: scopeValue(entity.name, 'collection', '') };
    case 'owner':
    case 'tenant':
      return { value: rootScope(entity.name, scope, source) };
    case 'parent':
      return childScope(entity.name, scope.parents, scope.root, source);
    case 'item':
      return {};
  }
}

/** The partition of a shard: the collection's own for the first one. */
export function shardScope(scope: string, shard: number): string {
  return shard === 0 ? scope : `${scope}${shard}`;
}

/** Each child's scope is made of its parent's scope and id, so what bounds the outermost parent bounds all below it. */
function childScope(entity: string, parents: readonly ParentModel[], root: RootScopeModel, source: ScopeSource): Scope {
  const idAt = (depth: number) => source.parameters[parents[depth].pathParameter];
  let scope = rootScope(parents[0].entity, root, source, idAt(0));
  for (let depth = 0; ; depth++) {
    const parent = { scope, id: idAt(depth) };
    scope = within(scopeValue(parents[depth + 1]?.entity ?? entity, 'parent', `${parent.scope}|${parent.id}`));
    if (depth === parents.length - 1) return { value: scope, parent };
  }
}

function rootScope(entity: string, root: RootScopeModel, { claims = {} }: ScopeSource, outermostId?: string): string {
  if (root.kind === 'anyone') return scopeValue(entity, 'collection', '');
  const name = root.kind === 'owner' ? 'sub' : root.claim;
  const claim = Object.hasOwn(claims, name) ? claims[name] : undefined;
  if (typeof claim !== 'string' || !ONE_TEXT.test(claim) || Buffer.byteLength(claim) > LONGEST_CLAIM) throw forbidden();
  if (root.kind !== 'sameAs') return within(scopeValue(entity, root.kind, claim));
  if (claim !== outermostId) throw notFound();
  return scopeValue(entity, 'collection', '');
}

function scopeValue(entity: string, kind: string, value: string): string {
  return `${entity}|${kind}|${encodeURIComponent(value)}`;
}

function within(scope: string): string {
  if (scope.length > LONGEST_PARTITION_KEY) throw forbidden();
  return scope;
}

function forbidden(): Problem {
  return new Problem(403, 'forbidden', 'the caller has no claim that says whose items these are');
}
