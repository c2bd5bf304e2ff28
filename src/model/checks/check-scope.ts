import { Model } from '../model';

/** An id carries its shard in one byte. */
const SHARDS = 256;

/** A claim's name, as it stands in a token. */
const CLAIM = /^[A-Za-z][A-Za-z0-9_:./-]*$/;

/** What is wrong with the scope that the items live in, and with a path that must name it. */
export function checkScope({ scope, path, pathParameter }: Model): string[] {
  const mistakes: string[] = [];
  if (scope.kind === 'collection') {
    const { shards, writeShards } = scope;
    if (!isCount(shards, SHARDS)) mistakes.push(`itemScope: shards must be a whole number from 1 to ${SHARDS}, got ${shards}`);
    else if (!isCount(writeShards, shards)) mistakes.push(`itemScope: writeShards must be a whole number from 1 to shards (${shards}), got ${writeShards}`);
  }
  const claim = scope.kind === 'parent' ? 'claim' in scope.root && scope.root.claim : 'claim' in scope && scope.claim;
  if (typeof claim === 'string' && !CLAIM.test(claim)) {
    mistakes.push(`itemScope: claim must be the name of a token's claim, such as 'team', got '${claim}'`);
  }
  const variables = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name);
  const expected = scope.kind === 'parent' ? scope.parents.map((parent) => parent.pathParameter) : [];
  if (variables.join() !== expected.join()) {
    const wanted = expected.length > 0 ? `{${expected.join('} and {')}}, its parents, in this order` : 'no variables, since the items have no parent';
    mistakes.push(`path: must contain ${wanted}; got '${path}'`);
  }
  if (variables.includes(pathParameter)) {
    mistakes.push(`pathParameter: '${pathParameter}' is a variable of the path already; give the item's another name`);
  }
  return mistakes;
}

function isCount(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= most;
}
