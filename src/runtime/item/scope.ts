import { Model, RootScopeModel } from '../../model';
import { Problem } from '../answer/problem';

/** What decides the scope of a request: its claims and its path. */
export interface ScopeSource {
  readonly claims?: { readonly [name: string]: unknown };
  readonly parameters: { readonly [name: string]: string };
}

/** HTTP API writes a list as `[a b]`; half a surrogate pair is no character, and has no encoding. */
const ONE_TEXT = /^(?!\[.*\]$)\P{Surrogate}+$/su;
/** A claim is a name, not a document. */
const LONGEST_CLAIM = 1024;
/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html (partition key) */
const LONGEST_PARTITION_KEY = 2048;

/**
 * The value of `_scope` for the items that a request can reach: `entity|kind|value`, the value percent-encoded,
 * so that no claim and no path leads to another kind or to a part of one. Undefined where the key is the id alone.
 *
 * A sharded collection has its shard's number as value; the first shard has none.
 */
export function scopeOf({ entity, scope }: Model, source: ScopeSource): string | undefined {
  switch (scope.kind) {
    case 'collection':
      return scopeValue(entity.name, 'collection', '');
    case 'owner':
    case 'tenant':
      return rootScope(entity.name, scope, source);
    case 'parent':
      return scope.parents.reduce((parentScope, { pathParameter }, depth) => {
        const child = scope.parents[depth + 1]?.entity ?? entity.name;
        return within(scopeValue(child, 'parent', `${parentScope}|${source.parameters[pathParameter]}`));
      }, rootScope(scope.parents[0].entity, scope.root, source));
    case 'item':
      return undefined;
  }
}

/** The partition of a shard: the collection's own for the first one. */
export function shardScope(scope: string, shard: number): string {
  return shard === 0 ? scope : `${scope}${shard}`;
}

function rootScope(entity: string, root: RootScopeModel, { claims = {} }: ScopeSource): string {
  if (root.kind === 'anyone') return scopeValue(entity, 'collection', '');
  const name = root.kind === 'owner' ? 'sub' : root.claim;
  const claim = Object.hasOwn(claims, name) ? claims[name] : undefined;
  if (typeof claim !== 'string' || !ONE_TEXT.test(claim) || Buffer.byteLength(claim) > LONGEST_CLAIM) throw forbidden();
  return within(scopeValue(entity, root.kind, claim));
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
